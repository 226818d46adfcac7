import type { Gs1Element } from './gs1Table.ts'

/** What an address is about, and what may follow in its path, in this order. */
const qualifiers: Readonly<Record<string, readonly string[]>> = {
  '00': [],
  '01': ['22', '10', '21', '235'],
  '253': [],
  '255': [],
  '401': [],
  '402': [],
  '414': ['254', '7040'],
  '417': ['7040'],
  '8003': [],
  '8004': ['7040'],
  '8006': ['22', '10', '21'],
  '8010': ['8011'],
  '8013': [],
  '8017': ['8019'],
  '8018': ['8019'],
}
const GTIN_LENGTH = 14

/** The elements of a GS1 Digital Link, not yet checked; undefined for any other address. A short GTIN is
 *  filled up to 14 digits. Source: GS1 Digital Link URI syntax 1.4.
 *  Example: https://id.gs1.org/01/06901234567892/10/A?17=270228 -> 01, 10, 17. */
export function digitalLinkElements(address: string): Gs1Element[] | undefined {
  const [, path = '', query = ''] = /^https?:\/\/[^/?#]+([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? []
  const segments = path.replace(/\/$/, '').split('/').map(decode)
  const given = query.split(/[&;]/).map((pair) => pair.split('=').map(decode))
  const all = [...segments, ...given.flat()]
  if (all.includes(undefined)) return undefined
  const inPath = pathElements(segments.map((segment) => segment ?? ''))
  if (inPath === undefined) return undefined
  const inQuery = given.flatMap(([ai = '', value = '']) =>
    /^\d{2,4}$/.test(ai) ? [{ ai, value }] : [],
  )
  return [...inPath, ...inQuery]
}

/** The last key in a path counts: a shop may keep its pages below folders of any name. */
function pathElements(segments: readonly string[]): Gs1Element[] | undefined {
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const key = segments[at] ?? ''
    const allowed = Object.hasOwn(qualifiers, key) ? qualifiers[key] : undefined
    if (allowed === undefined) continue
    const elements = pairsOf(segments.slice(at))
    return inOrder(elements.slice(1), allowed) ? elements : undefined
  }
  return undefined
}

function pairsOf(segments: readonly string[]): Gs1Element[] {
  return Array.from({ length: segments.length / 2 }, (_, i) => {
    const ai = segments[2 * i] ?? ''
    const value = segments[2 * i + 1] ?? ''
    return { ai, value: ai === '01' ? value.padStart(GTIN_LENGTH, '0') : value }
  })
}

function inOrder(elements: readonly Gs1Element[], allowed: readonly string[]): boolean {
  const places = elements.map(({ ai }) => allowed.indexOf(ai))
  return places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1))
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone % or bytes that are no text: not an address of ours.
    return undefined
  }
}
