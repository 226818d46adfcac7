/** Words of the small labels, from the language file; `{kg}`, `{lot}`, `{on}`, `{n}` and `{name}` stand
 *  for values. */
export interface LabelWords {
  readonly tote: string
  readonly weightLimit: string
  readonly lot: string
  readonly expires: string
  readonly produced: string
  readonly badge: string
  readonly manifest: string
  readonly parcels: string
  readonly courier: string
  readonly order: string
  readonly pieces: string
  readonly packer: string
}
