import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findTestBrowser } from '../setup/browsers.mjs'
import {
  canInstallDebian,
  hasProgram,
  installDebian,
  missingDebianPackages,
  TOOLS,
} from '../setup/debian.mjs'
import { run } from '../setup/run.mjs'

const DOWNLOAD_LIMIT_MS = 10 * 60_000

/** Files under test/ and src/ whose name or text matches.
 *  @param {string} root @param {RegExp} name @param {string} text */
export function countTestFiles(root, name, text = '') {
  return ['src', 'electron', 'test']
    .flatMap((folder) => {
      try {
        return readdirSync(join(root, folder), { recursive: true }).map((path) =>
          join(root, folder, String(path)),
        )
      } catch {
        return []
      }
    })
    .filter((path) => name.test(path) && (text === '' || readFileSync(path, 'utf8').includes(text)))
    .length
}

/** Where Playwright puts its own Chromium, or would.
 *  @param {import('./checks.mjs').World} world */
async function playwrightChromium(world) {
  const code = "import('playwright-core').then(p=>console.log(p.chromium.executablePath()))"
  const { output } = await run(world.node, ['-e', code], {
    cwd: world.root,
    env: world.env,
    quiet: true,
  })
  return findTestBrowser({ PACKLINE_CHROMIUM: output.trim(), PATH: world.env.PATH })
}

/** @param {import('./checks.mjs').World} world */
async function downloadChromium(world) {
  console.log('Fetching a Chromium for the tests (Playwright)…')
  const cli = join(world.root, 'node_modules/playwright/cli.js')
  const args = [cli, 'install', '--no-shell', 'chromium']
  const options = { cwd: world.root, env: world.env, limitMs: DOWNLOAD_LIMIT_MS, quiet: true }
  const { code, output } = await run(world.node, args, options)
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'))
}

/** Finds the tests' browser, fetching one where there is none. */
async function ensureChromium(/** @type {import('./checks.mjs').World} */ world) {
  const found = findTestBrowser(world.env) ?? (await playwrightChromium(world))
  if (found) return found
  await downloadChromium(world)
  return playwrightChromium(world)
}

/** Sets up what the tests use beside Node. What stays missing comes back as a skip per tool.
 *  Sets PACKLINE_CHROMIUM for the steps after it.
 *  @param {import('./checks.mjs').World} world @returns {Promise<import('./checks.mjs').Result>} */
export async function toolsStep(world) {
  const missing = missingDebianPackages()
  if (missing.length > 0 && canInstallDebian()) await installDebian(missing)
  const chromium = await ensureChromium(world)
  if (chromium) world.env.PACKLINE_CHROMIUM = chromium
  const skips = TOOLS.filter(
    (tool) => tool.program !== 'chromium' && !hasProgram(tool.program),
  ).map((tool) => ({
    name: 'tools',
    reason: `${tool.program} is missing (${tool.why}); on Debian: apt-get install ${tool.debian}`,
    files: countTestFiles(world.root, /\.test\.tsx?$/, tool.program),
    isDeclared: false,
  }))
  const note = chromium ? `tests drive ${chromium}` : 'no Chromium'
  return { passed: 1, failed: 0, note, skips }
}

/** What stands for the steps that need a browser when there is none.
 *  @param {import('./checks.mjs').World} world @param {RegExp} name */
export function noChromium(world, name) {
  const reason =
    'no Chromium: install Chrome, Edge or Chromium (Debian: apt-get install chromium), or name one in PACKLINE_CHROMIUM'
  const skip = {
    name: 'browser',
    reason,
    files: countTestFiles(world.root, name),
    isDeclared: false,
  }
  return { passed: 0, failed: 0, note: 'skipped', skips: [skip] }
}
