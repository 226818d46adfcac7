import { importsOf, type Import } from './imports.ts'
import { areaFolders, cores, type Layer, layers } from './layers.ts'
import { type SourceFile, TEST_FILE } from './sourceFiles.ts'

/** One breach of the layer table: which rule, and where, in words for the person who reads it. */
export interface Breach {
  readonly rule: string
  readonly text: string
}

interface Crossing {
  readonly link: Import
  readonly target: string
  readonly from: Layer
  readonly to: Layer | undefined
}

const isUnder = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`)

/** The layer a file belongs to. */
export const layerOf = (path: string) => layers.find((layer) => isUnder(path, layer.folder))

/** The package of an import. Examples: `zod/v4` -> zod, `@noble/hashes/sha2.js` -> @noble/hashes */
export function packageOf(written: string): string {
  if (written.startsWith('node:')) return 'node:*'
  return written.split('/', written.startsWith('@') ? 2 : 1).join('/')
}

const mayReach = (layer: Layer, target: string) =>
  isUnder(target, layer.folder) || layer.mayImport.some((name) => isUnder(target, `src/${name}`))

/** The area folder of a path. Example: src/domain/picking/x.ts -> { folder: src/domain, area: picking } */
function areaOf(path: string): { folder: string; area: string } | undefined {
  const folder = Object.keys(areaFolders).find((name) => path.startsWith(`${name}/`))
  const [area, ...below] = folder ? path.slice(folder.length + 1).split('/') : []
  return folder && area && below.length > 0 ? { folder, area } : undefined
}

function isSibling(file: string, target: string): boolean {
  const own = areaOf(file)
  const other = areaOf(target)
  if (!own || !other || own.folder !== other.folder || own.area === other.area) return false
  return own.folder === 'src/ui/screens' || !cores.includes(other.area)
}

/** What is checked for each import that stays in the project; the text says what is wrong. */
const linkRules: Readonly<Record<string, (crossing: Crossing) => string | undefined>> = {
  'layer may not import layer': ({ target, from, to }) =>
    to && to.folder !== 'src/boot' && !mayReach(from, target)
      ? `${from.folder} may not import ${to.folder}`
      : undefined,
  'nobody imports boot': ({ target, from, to }) =>
    to?.folder === 'src/boot' && !mayReach(from, target) ? 'nobody imports boot' : undefined,
  'the product never imports its tests or scripts': ({ target }) =>
    /^(?:test|scripts)\//.test(target)
      ? 'the product never imports its tests or scripts'
      : undefined,
  'areas never import each other': ({ link, target }) =>
    isSibling(link.file, target) ? 'areas never import each other' : undefined,
  'the kit knows no screen': ({ link, target }) =>
    link.file.startsWith('src/ui/kit/') && /^src\/ui\/(?!kit\/)/.test(target)
      ? 'the kit knows no other part of the screens'
      : undefined,
  'across layers @/, inside relative': ({ link, from, to }) => {
    const isAlias = link.written.startsWith('@/')
    if (!to || to === from) return isAlias ? 'inside a layer write a relative path' : undefined
    return isAlias ? undefined : 'across layers write @/'
  },
}

/** Every rule by its name; each has a planted fault that it must catch. */
export const ruleNames: readonly string[] = [
  ...Object.keys(linkRules),
  'layer may not use package',
  'every import leads to a file',
  'every file has a layer',
  'areas have known names',
  'no import cycles',
]

function packageBreach(link: Import, from: Layer): Breach[] {
  if (link.target !== undefined || TEST_FILE.test(link.file)) return []
  if (from.packages.includes(packageOf(link.written))) return []
  const text = `${link.file}:${link.line} ${from.folder} may not use the package ${link.written}`
  return [{ rule: 'layer may not use package', text }]
}

function linkBreaches(link: Import, known: ReadonlySet<string>): Breach[] {
  const from = layerOf(link.file)
  if (!from) return [{ rule: 'every file has a layer', text: `${link.file} belongs to no layer` }]
  if (link.target === undefined) return packageBreach(link, from)
  const crossing = { link, target: link.target, from, to: layerOf(link.target) }
  const place = `${link.file}:${link.line} ${link.written}`
  const breaches = Object.entries(linkRules).flatMap(([rule, check]) => {
    const fault = check(crossing)
    return fault ? [{ rule, text: `${place}: ${fault}` }] : []
  })
  if (!known.has(link.target))
    breaches.push({ rule: 'every import leads to a file', text: `${place}: there is no such file` })
  return breaches
}

/** One import cycle, if there is any. Type-only imports count. Example: [a.ts, b.ts, a.ts] */
export function findCycle(links: readonly Import[]): string[] | undefined {
  const next = new Map<string, Import[]>()
  for (const link of links) next.set(link.file, [...(next.get(link.file) ?? []), link])
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    const seenAt = trail.indexOf(file)
    if (seenAt >= 0) return [...trail.slice(seenAt), file]
    if (done.has(file)) return undefined
    for (const { target } of next.get(file) ?? []) {
      const cycle = target === undefined ? undefined : visit(target, [...trail, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of next.keys()) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}

function nameBreaches(path: string): Breach[] {
  const own = areaOf(path)
  if (!own || areaFolders[own.folder]?.includes(own.area)) return []
  return [{ rule: 'areas have known names', text: `${path}: ${own.area} is no area` }]
}

/** Checks the sources of the product against the layer table. `known`: all files an import may name. */
export function checkArchitecture(
  sources: readonly SourceFile[],
  known: ReadonlySet<string>,
): { files: number; imports: number; breaches: Breach[] } {
  const links = sources.flatMap(importsOf)
  const cycle = findCycle(links)
  const breaches = [
    ...sources.flatMap((source) => nameBreaches(source.path)),
    ...links.flatMap((link) => linkBreaches(link, known)),
    ...(cycle ? [{ rule: 'no import cycles', text: `cycle: ${cycle.join(' -> ')}` }] : []),
  ]
  return { files: sources.length, imports: links.length, breaches }
}
