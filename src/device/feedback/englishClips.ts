/** The clips of an English station, inside the bundle: nothing has to be fetched when they are said. */
export const clips = import.meta.glob<string>('../../../assets/voice/en/*.ogg', {
  eager: true,
  query: '?inline',
  import: 'default',
})
