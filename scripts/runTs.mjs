// Runs one TypeScript script of this project: `node scripts/runTs.mjs scripts/x.ts [args…]`.
// Node runs plain .ts by itself but knows neither the alias `@/` nor JSON imports without attributes,
// so the script and what it imports from src/ become one file first; packages stay outside.
// The script runs in this very process: stdio, signals and the exit code need no forwarding, and a
// SIGKILL leaves no orphan behind.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const outDir = join(root, 'out', 'scripts')
const KEEP_BUNDLES_MS = 24 * 3_600_000

/** A bundle lives in out/scripts, so places of source files are written in as text. */
const keepSourcePlaces = {
  name: 'keep-source-places',
  transform(/** @type {string} */ code, /** @type {string} */ id) {
    const file = id.split('?')[0] ?? id
    if (!/\.tsx?$/.test(file) || !code.includes('import.meta.')) return null
    /** @type {Record<string, string>} */
    const places = {
      'import.meta.dirname': JSON.stringify(dirname(file)),
      'import.meta.filename': JSON.stringify(file),
      'import.meta.url': JSON.stringify(pathToFileURL(file).href),
    }
    const text = code.replace(
      /import\.meta\.(dirname|filename|url)\b/g,
      (name) => places[name] ?? name,
    )
    return { code: text, map: null }
  },
}

/** The script and what it imports from the project, as one module text.
 *  @param {string} entry */
async function bundle(entry) {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': join(root, 'src') } },
    plugins: [keepSourcePlaces],
    ssr: { external: true },
    build: {
      ssr: entry,
      outDir,
      write: false,
      target: 'node22',
      sourcemap: 'inline',
      rollupOptions: { output: { codeSplitting: false } },
    },
  })
  if (!('output' in made)) throw new Error(`${entry}: expected one build`)
  const chunks = made.output.filter((part) => part.type === 'chunk')
  if (chunks.length !== 1) throw new Error(`${entry}: expected one bundle, got ${chunks.length}`)
  return chunks[0]?.code ?? ''
}

/** Named by its content: two runs of one script never overwrite each other's file.
 *  @param {string} entry @param {string} code */
function writeBundle(entry, code) {
  mkdirSync(outDir, { recursive: true })
  for (const name of readdirSync(outDir)) {
    const path = join(outDir, name)
    const ageMs = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity)
    if (ageMs > KEEP_BUNDLES_MS) rmSync(path, { force: true })
  }
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12)
  const path = join(outDir, `${basename(entry).replace(/\.tsx?$/, '')}-${hash}.mjs`)
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, code)
  renameSync(draft, path)
  return path
}

const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) {
  console.error('usage: node scripts/runTs.mjs scripts/<name>.ts [arguments]')
  process.exit(2)
}
const path = writeBundle(entry, await bundle(resolve(entry)))
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, resolve(entry), ...args]
// For a script that starts itself again without the bundler in the same process.
process.env.PACKLINE_BUNDLE = path
await import(pathToFileURL(path).href)
