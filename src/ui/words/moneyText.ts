const FEN_PER_YUAN = 100

/** Fen as yuan in the language's writing. Example: ('zh-CN', 216000) -> `¥2,160.00`. */
export const moneyText = (language: string, fen: number): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  }).format(fen / FEN_PER_YUAN)
