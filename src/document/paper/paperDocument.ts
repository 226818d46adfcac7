export type PaperKind =
  | 'inboundSlip'
  | 'pickList'
  | 'packSlip'
  | 'outboundSlip'
  | 'handoverManifest'
  | 'countSheet'

export interface PaperColumn {
  readonly title: string
  /** Share of the page's width, any unit. */
  readonly share: number
  readonly align: 'left' | 'center' | 'right'
  /** The words are drawn as a code, too, once where they stand in several rows one below the other; left
   *  out = words alone. */
  readonly form?: 'code128'
}

/** One label and its value, ready to read. */
export type PaperFact = readonly [label: string, value: string]

/** A paper for people, A4, as data: the host sets it without knowing what it means. All texts are
 *  ready to read, in the warehouse's language; personal data is masked already. */
export interface PaperDocument {
  readonly kind: PaperKind
  readonly title: string
  /** Number of the paper, printed and as Code 128. */
  readonly no: string
  readonly facts: readonly PaperFact[]
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Least height of a row, for writing by hand; left out = as high as its words. */
  readonly rowMm?: number
  readonly totals: readonly PaperFact[]
  /** Words before the lines to sign on. */
  readonly signatures: readonly string[]
  readonly footNote: string
  /** "{page} / {pages}" in words. */
  readonly pageWords: string
}

/** A column with its title; numbers stand on the right. */
export function column(
  title: string,
  share: number,
  align: PaperColumn['align'] = 'left',
): PaperColumn {
  return { title, share, align }
}

/** Only facts that have a value. */
export function filledFacts(facts: readonly PaperFact[]): PaperFact[] {
  return facts.filter(([, value]) => value !== '')
}

/** Fen as yuan. Throws where it is not an integer. Example: 4880 -> 48.80, -5 -> -0.05. */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new Error(`not a sum in fen: ${fen}`)
  const whole = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${whole.slice(0, -2)}.${whole.slice(-2)}`
}
