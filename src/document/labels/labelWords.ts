/** Words of the small labels, from the language file; `{kg}`, `{lot}` and `{on}` stand for values. */
export interface LabelWords {
  readonly tote: string
  readonly weightLimit: string
  readonly lot: string
  readonly expires: string
}
