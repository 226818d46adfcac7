export type VoiceLanguage = 'zh-CN' | 'en'

interface Bundle {
  /** Place of the file -> its bytes as a `data:` address. */
  readonly clips: Readonly<Record<string, string>>
}

/** One chunk for each language: a station whose voice is off loads none. */
const bundles: Readonly<Record<VoiceLanguage, () => Promise<Bundle>>> = {
  'zh-CN': () => import('./chineseClips.ts'),
  en: () => import('./englishClips.ts'),
}

/** Brings the clips of a language into the page, so that they play when the host is gone. False: they
 *  could not be had; asking again later may help. */
export async function prepareClips(language: VoiceLanguage): Promise<boolean> {
  return bundles[language]().then(
    () => true,
    () => false,
  )
}

/** Bytes of one clip, an Ogg file; null: there is no such clip. Example: ('zh-CN', 'slot-3'). */
export async function loadClip(language: VoiceLanguage, name: string): Promise<ArrayBuffer | null> {
  const { clips } = await bundles[language]()
  const found = Object.entries(clips).find(([place]) => place.endsWith(`/${name}.ogg`))
  return found ? bytesOf(found[1]) : null
}

/** The content policy lets no page fetch a `data:` address, so it is read by hand. */
function bytesOf(address: string): ArrayBuffer {
  const text = atob(address.slice(address.indexOf(',') + 1))
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes.buffer
}
