/** The clips of a Chinese station, inside the bundle: nothing has to be fetched when they are said. */
export const clips = import.meta.glob<string>('../../../assets/voice/zh-CN/*.ogg', {
  eager: true,
  query: '?inline',
  import: 'default',
})
