import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const APT_LIMIT_MS = 15 * 60_000
/** apt itself waits this long for another apt to finish. */
const APT_WAIT_S = 300

/** What the tests use beside Node: the Debian package, the program in it, and what for. */
export const TOOLS = [
  { debian: 'chromium', program: 'chromium', why: 'the browser the tests drive' },
  { debian: 'xvfb', program: 'Xvfb', why: 'a screen for windows on machines without one' },
  { debian: 'poppler-utils', program: 'pdftoppm', why: 'draws PDF pages to compare them' },
  { debian: 'socat', program: 'socat', why: 'plays a serial line' },
  { debian: 'udev', program: 'udevadm', why: 'lists serial ports' },
  { debian: 'zbar-tools', program: 'zbarimg', why: 'reads printed codes a second way' },
  { debian: 'tesseract-ocr', program: 'tesseract', why: 'reads printed words as an eye would' },
  { debian: 'dbus-daemon', program: 'dbus-daemon', why: 'carries an input method to its windows' },
  { debian: 'fcitx5', program: 'fcitx5', why: 'a Chinese input method that must not eat scans' },
  { debian: 'cups', program: 'cupsd', why: 'a print spooler of the tests alone' },
  { debian: 'xdotool', program: 'xdotool', why: 'presses the keys of a scanner' },
]
/** What the tests use that is no program: the Debian package, and a folder with a file of it. */
const DATA = [
  { debian: 'fonts-noto-cjk', folder: '/usr/share/fonts/opentype/noto', file: /Noto.*CJK/ },
  {
    debian: 'tesseract-ocr-chi-sim',
    folder: '/usr/share/tesseract-ocr/5/tessdata',
    file: /^chi_sim\.traineddata$/,
  },
  { debian: 'fcitx5-pinyin', folder: '/usr/share/fcitx5/inputmethod', file: /^pinyin\.conf$/ },
  { debian: 'fcitx5-frontend-gtk3', folder: '/usr/share/doc/fcitx5-frontend-gtk3', file: /./ },
]

/** Is the program on the PATH or in the folders of the system?
 *  @param {string} program */
export function hasProgram(program) {
  const dirs = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/sbin',
    '/bin',
    '/sbin',
  ]
  return dirs.some((dir) => {
    try {
      accessSync(join(dir, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

const isDebianLike = () =>
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))

/** @param {string} folder @param {RegExp} file */
const hasFile = (folder, file) =>
  existsSync(folder) && readdirSync(folder).some((name) => file.test(name))

/** The Debian packages that are not there yet. */
export function missingDebianPackages() {
  const tools = TOOLS.filter((tool) => !hasProgram(tool.program)).map((tool) => tool.debian)
  const data = DATA.filter(({ folder, file }) => !hasFile(folder, file)).map((each) => each.debian)
  return [...tools, ...data]
}

/** Can this process install Debian packages: Debian or Ubuntu, and root? */
export const canInstallDebian = () =>
  isDebianLike() && process.getuid?.() === 0 && hasProgram('apt-get')

/** Installs Debian packages, waiting for whoever else is installing.
 *  @param {string[]} names @returns {Promise<boolean>} */
export async function installDebian(names) {
  console.log(`Installing ${names.join(' ')} (apt-get)…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', `DPkg::Lock::Timeout=${APT_WAIT_S}`, '-q']
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', args, { env, limitMs: APT_LIMIT_MS, quiet: true })
  // A failed update may leave lists that are good enough; the install decides.
  const updated = await apt('update', ...wait)
  if (updated.code !== 0) console.error(updated.output)
  const install = ['install', '-y', '--no-install-recommends', ...wait]
  if ((await apt(...install, ...names)).code === 0) return true
  // One that this system does not have must not keep the others away.
  const failed = []
  for (const name of names) {
    const { code, output } = await apt(...install, name)
    if (code !== 0) failed.push(output)
  }
  if (failed.length > 0) console.error(failed.join('\n'))
  if (failed.length > 0) return false
  return true
}
