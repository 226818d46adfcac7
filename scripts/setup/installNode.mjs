import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { run } from './run.mjs'

const INSTALL_LIMIT_MS = 15 * 60_000

/** Can npm on this Node install everything? An older one is told by some native parts that they do
 *  not support it, leaves them out without a word, and nothing works afterwards.
 *  @param {string} version Example: '18.20.4' -> false */
export function canInstall(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 13
  return major > 22
}

/** How npm is called: the npm that started us, on the Node given, else the npm of the PATH.
 *  @param {string} node @returns {[string, string[]]} */
function npmCommand(node) {
  const script = process.env.npm_execpath ?? ''
  return script.endsWith('npm-cli.js') ? [node, [script]] : ['npm', []]
}

/** Runs `npm ci` in a folder on the given Node.
 *  @param {string} cwd @param {string} node */
export function runNpmCi(cwd, node) {
  const [command, before] = npmCommand(node)
  const args = [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  return run(command, args, { cwd, env, limitMs: INSTALL_LIMIT_MS, quiet: true })
}

/** The Node that runs npm: this one when it can, else one fetched for it into a folder thrown away
 *  afterwards, at the version and with the checksum of the lock. Undefined when there is none for
 *  this machine.
 *  @param {string} root @returns {Promise<{ node: string, dispose: () => void } | undefined>} */
export async function nodeForNpm(root) {
  if (canInstall(process.versions.node)) return { node: process.execPath, dispose: () => undefined }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const entry = packages[`node_modules/${name}`]
  if (!entry) return undefined
  console.log(
    `Node ${process.versions.node} is too old to install everything: fetching Node ${entry.version}…`,
  )
  const dir = mkdtempSync(join(tmpdir(), 'packline-node-'))
  const dispose = () => rmSync(dir, { recursive: true, force: true })
  const manifest = {
    name: 'packline-node',
    version: '1.0.0',
    dependencies: { [name]: entry.version },
  }
  const lock = {
    ...manifest,
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, [`node_modules/${name}`]: { ...entry, optional: undefined } },
  }
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(dir, 'package-lock.json'), JSON.stringify(lock))
  const { code, output } = await runNpmCi(dir, process.execPath)
  const node = join(
    dir,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (code === 0 && existsSync(node)) return { node, dispose }
  console.error(output)
  dispose()
  return undefined
}
