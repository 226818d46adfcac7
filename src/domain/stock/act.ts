/** Of a command: which one, whose, and when. A decision may write these into documents. */
export interface Act {
  readonly id: string
  readonly operatorId: string
  readonly atMs: number
}
