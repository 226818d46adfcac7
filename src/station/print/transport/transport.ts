/** One way to one printer for one job. */
export interface Transport {
  /** Rejects where the printer is not reached within the limit. */
  open(limitMs: number): Promise<void>
  /** `onHandedOver` is told before each part leaves: from then on it may be printed. */
  send(bytes: Uint8Array, onHandedOver: (byteCount: number) => void): Promise<void>
  /** What the printer says to a question; silent where it does not answer in time. */
  ask(
    query: Uint8Array,
    isComplete: (sofar: Uint8Array) => boolean,
    limitMs: number,
  ): Promise<Uint8Array | 'silent'>
  /** Ends in order. Rejects where the connection broke while bytes were under way. */
  close(): Promise<void>
}
