import type { LabelImages } from './labelImages.ts'
import type { LabelPress } from './labelPress.ts'

/** The press of this host, opened when the first label needs it. */
export type OpenPress = () => Promise<LabelPress>

/** Codes, fonts and drawing take longer to load than all else of the host, and a start needs none of it. */
export function openPress(images: LabelImages): OpenPress {
  let opened: Promise<LabelPress> | undefined
  return () => {
    opened ??= load(images)
    return opened
  }
}

async function load(images: LabelImages): Promise<LabelPress> {
  const [{ createLabelPress }, { loadLabelFonts }] = await Promise.all([
    import('./labelPress.ts'),
    import('./labelFonts.ts'),
  ])
  return createLabelPress(loadLabelFonts(), images)
}
