// `npm run doctor`: what this machine has and what is missing, in plain words. Changes nothing.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, findTestBrowser, hasDisplay } from './setup/browsers.mjs'
import { isStale } from './setup/build.mjs'
import { hasProgram, TOOLS } from './setup/debian.mjs'
import { findElectron } from './setup/electron.mjs'
import { findNode, isInstalled } from './setup/packages.mjs'
import { holderOf, isFree } from './setup/ports.mjs'
import { STATION_PORT } from './setup/startFlags.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @typedef {{ what: string, isFine: boolean, words: string, isNeeded?: boolean }} Finding */

/** @returns {Finding[]} */
function lookAtProgram() {
  const node = findNode(root)
  const installed = isInstalled(root)
  return [
    {
      what: 'Packages',
      isFine: installed,
      words: installed
        ? 'installed as the lock says'
        : 'not installed yet: npm start and npm test do it',
    },
    {
      what: 'Node',
      isFine: true,
      words: node
        ? `works with ${node}`
        : `${process.version} starts; Node 24 comes with the packages`,
    },
    {
      what: 'Build',
      isFine: !isStale(root),
      words: isStale(root) ? 'older than the sources: npm start builds it' : 'up to date',
    },
  ]
}

/** @returns {Finding[]} */
function lookAtWindows() {
  const electron = existsSync(join(root, 'node_modules/electron')) ? findElectron(root) : undefined
  const browser = findBrowser()
  const testBrowser = findTestBrowser()
  return [
    {
      what: 'Screen',
      isFine: hasDisplay(),
      words: hasDisplay() ? 'there is one' : 'none: npm start prints the address to open elsewhere',
    },
    {
      what: 'Desktop shell',
      isFine: Boolean(electron),
      words: electron ?? 'no Electron binary: npm start tries to fetch it, else uses a browser',
    },
    {
      what: 'Browser',
      isFine: Boolean(browser),
      words: browser ?? 'no Chrome, Edge or Chromium: install one, or name one in PACKLINE_BROWSER',
    },
    {
      what: 'Browser for tests',
      isFine: Boolean(testBrowser),
      words: testBrowser ?? 'none: npm test fetches one, or install chromium',
    },
  ]
}

/** @returns {Promise<Finding[]>} */
async function lookAround() {
  const isPortFree = await isFree(STATION_PORT)
  const missing =
    process.platform === 'linux' ? TOOLS.filter((tool) => !hasProgram(tool.program)) : []
  return [
    {
      what: `Port ${STATION_PORT}`,
      isFine: isPortFree,
      words: isPortFree
        ? 'free'
        : `taken by ${await holderOf(STATION_PORT)}: close it before npm start`,
    },
    ...missing.map((tool) => ({
      what: tool.program,
      isFine: false,
      words: `missing, only tests need it (${tool.why}); on Debian: apt-get install ${tool.debian}`,
    })),
  ]
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
console.log(`Packline ${version} on ${process.platform} ${process.arch}\n`)
const findings = [...lookAtProgram(), ...lookAtWindows(), ...(await lookAround())]
for (const { what, isFine, words } of findings)
  console.log(`${isFine ? ' ok ' : ' -- '} ${what}: ${words}`)
const rest = findings.filter((finding) => !finding.isFine).length
console.log(
  rest === 0
    ? '\nNothing is missing.'
    : `\n${rest} marked --: each line says what to do, or who does it.`,
)
