/** Grams as the language writes numbers. Example: ('en', 1250) -> `1,250`. */
export const gramsText = (language: string, weightG: number): string =>
  new Intl.NumberFormat(language).format(weightG)
