import type { ComponentFault } from './virtualComponent.ts'

/** A fault as it is typed: refuse · fail · drop · closeBeforeNotice · silent · delay:MS; undefined where
 *  it is none of these. */
export function parseComponentFault(text: string): ComponentFault | undefined {
  const [kind, count = ''] = text.split(':')
  switch (kind) {
    case 'refuse':
    case 'fail':
      return { kind, why: 'ordered fault' }
    case 'drop':
    case 'closeBeforeNotice':
    case 'silent':
      return { kind }
    case 'delay':
      return Number.isSafeInteger(Number(count)) && Number(count) > 0
        ? { kind, ms: Number(count) }
        : undefined
    default:
      return undefined
  }
}
