/** A number with the English word that fits it; `forms` = `one|many`, as the words of the screen write it:
 *  `{left, line|lines}`. No number: left as it is. Example: (1, 'line|lines') -> `1 line`, (0, …) -> `0 lines`. */
export function countWords(value: unknown, forms: string | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  if (forms === undefined) return String(value)
  const [one = '', many = one] = forms.split('|')
  return `${String(value)} ${Number(value) === 1 ? one : many}`
}

/** The open places of a text as a person reads them in the help. Example: `{left, line|lines} in {bin}` ->
 *  `___ lines in ___`. */
export function openPlaces(text: string): string {
  return text.replace(/\{\w+,[^}|]*\|([^}]*)\}/g, '___ $1').replace(/\{\w+\}/g, '___')
}
