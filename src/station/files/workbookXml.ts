/** The attributes of one element, by name. Example: ` r="A1" t="s"` -> { r: 'A1', t: 's' }. */
export function attributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(
    /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    found[name] = plainText(double ?? single ?? '')
  return found
}

interface XmlElement {
  readonly head: string
  readonly inner: string
  /** Where the next search begins. */
  readonly end: number
}

/** One pattern per element name: making a new one for every cell of a large sheet takes seconds. */
const startOf = new Map<string, RegExp>()

function findElement(xml: string, name: string, from: number): XmlElement | null {
  let start = startOf.get(name)
  if (!start) {
    start = new RegExp(`<((?:\\w+:)?${name})(\\s[^>]*?)?(/)?>`, 'g')
    startOf.set(name, start)
  }
  start.lastIndex = from
  const found = start.exec(xml)
  if (!found) return null
  const [, tag = '', head = '', closed] = found
  const begin = found.index + found[0].length
  if (closed) return { head, inner: '', end: begin }
  const end = xml.indexOf(`</${tag}>`, begin)
  return end < 0 ? null : { head, inner: xml.slice(begin, end), end }
}

/** All elements of a name, prefixes aside, with attributes and inner text; they must not nest. */
export function* elementsOf(xml: string, name: string): Generator<XmlElement> {
  for (let one = findElement(xml, name, 0); one; one = findElement(xml, name, one.end)) yield one
}

/** The first element of a name; null when there is none. */
export function firstElement(xml: string, name: string): XmlElement | null {
  return findElement(xml, name, 0)
}

/** The text of the `<t>` elements, rich parts joined; how Japanese is spoken (`<rPh>`) is left out. */
export function richText(xml: string): string {
  const spoken = xml.includes('rPh')
    ? xml.replace(/<(\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
    : xml
  let text = ''
  for (const { inner } of elementsOf(spoken, 't')) text += plainText(inner)
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with its character references resolved. Files that define entities of their own are refused before. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (all, ten, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
