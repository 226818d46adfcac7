/** Where the tones are made and the clips played. */
export interface AudioPort {
  readonly context: BaseAudioContext
  /** Browsers keep sound off until a person touched the page; asking again is harmless. */
  wake(): void
}
