import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, CHROMIUM_PATH, killGroup } from './chromium.ts'

/** Programs a desktop with a Chinese input method needs. */
const PROGRAMS = ['Xvfb', 'dbus-daemon', 'fcitx5', 'xdotool', CHROMIUM_PATH]

/** Its words; the programs alone type Latin letters. */
const PINYIN = '/usr/share/fcitx5/inputmethod/pinyin.conf'

/** The first program that is missing here; undefined: all are there. */
export const missingForPinyin = (): string | undefined =>
  PROGRAMS.find((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0) ??
  (existsSync(PINYIN) ? undefined : 'fcitx5 pinyin')

/** One group with pinyin on from the start, as on a shop's computer. */
const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`
/** On for good: the Shift of a capital letter would turn it off. */
const CONFIG = `[Behavior]
ActiveByDefault=True

[Hotkey/TriggerKeys]
0=

[Hotkey/AltTriggerKeys]
0=
`

/** A screen with fcitx5 and Chromium on it, in a session of its own. */
export interface PinyinDesktop {
  readonly page: Page
  /** Types as a keyboard scanner does, `gapMs` between two keys, Enter at the end; `placeless`: an Enter
   *  without a place on the keyboard, as a remote desktop sends it. */
  scan(code: string, gapMs: number, end?: 'placeless'): Promise<void>
  /** The longest pause between two keys since the last question, ms: a busy machine makes its own. */
  longestPauseMs(): Promise<number>
  type(text: string, gapMs: number): Promise<void>
  press(key: string): Promise<void>
  close(): Promise<void>
}

/** Opens `url` on it. Rejects when a part does not start. */
export async function openPinyinDesktop(url: string): Promise<PinyinDesktop> {
  const home = await mkdtemp(join(tmpdir(), 'packline-pinyin-'))
  await mkdir(join(home, '.config/fcitx5'), { recursive: true })
  await writeFile(join(home, '.config/fcitx5/profile'), PROFILE)
  await writeFile(join(home, '.config/fcitx5/config'), CONFIG)
  const started: ChildProcess[] = []
  const start = (program: string, args: string[], env: NodeJS.ProcessEnv) => {
    const stdio = ['ignore', 'pipe', 'ignore', 'pipe'] as const
    const child = spawn(program, args, { env, detached: true, stdio: [...stdio] })
    started.push(child)
    return child
  }
  const close = async () => {
    for (const { pid } of started.toReversed()) if (pid !== undefined) await killGroup(pid)
    await rm(home, { recursive: true, force: true })
  }
  try {
    const base = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home }
    const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], base)
    const address = (await firstLine(bus, 1)).trim()
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24'], base)
    const display = `:${(await firstLine(screen, 3)).trim()}`
    const env = {
      ...base,
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: address,
      GTK_IM_MODULE: 'fcitx',
      XMODIFIERS: '@im=fcitx',
    }
    start('fcitx5', ['--replace'], env)
    await wait(1_500)
    const shown = await openBrowser(join(home, 'profile'), url, env)
    const keys = keysOf(env)
    await keys.focus()
    const { page } = shown
    await page.evaluate(recordKeys)
    const longestPauseMs = () => page.evaluate(takeLongestPause)
    const closeAll = async () => {
      await shown.context.close().catch(() => undefined)
      await close()
    }
    return { ...keys, page, longestPauseMs, close: closeAll }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function openBrowser(
  profileDir: string,
  url: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const known = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: CHROMIUM_PATH,
    // As an app: no address bar that could take the keys.
    args: [...CHROMIUM_ARGS, '--gtk-version=3', '--ozone-platform=x11', `--app=${url}`],
    headless: false,
    viewport: null,
    env: Object.fromEntries(known),
  })
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForSelector('body[data-ready="1"]')
  return { context, page }
}

declare global {
  interface Window {
    keyMoments?: number[]
  }
}

/** Inside the page: when each key came up, by the clock of the keyboard. */
function recordKeys(): void {
  window.keyMoments = []
  window.addEventListener('keyup', ({ timeStamp }) => window.keyMoments?.push(timeStamp), true)
}

function takeLongestPause(): number {
  const moments = (window.keyMoments ?? []).toSorted((one, other) => one - other)
  window.keyMoments = []
  return Math.max(0, ...moments.map((at, i) => at - (moments[i - 1] ?? at)))
}

/** There is no window manager that would give the window the keys. */
const FOCUS = ['search', '--onlyvisible', '--class', 'chromium', 'windowfocus', '--sync']

function keysOf(env: NodeJS.ProcessEnv) {
  const xdotool = (...args: string[]) =>
    new Promise<void>((done, fail) => {
      const child = spawn('xdotool', args, { env, stdio: 'ignore' })
      child.once('error', fail)
      child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`xdotool ended ${code}`))))
    })
  const type = (text: string, gapMs: number) =>
    xdotool('type', '--delay', String(gapMs), '--clearmodifiers', text)
  return {
    type,
    focus: () => xdotool(...FOCUS),
    press: (key: string) => xdotool('key', key),
    scan: (code: string, gapMs: number, end?: 'placeless') =>
      end === 'placeless'
        ? type(`${code}\n`, gapMs)
        : xdotool('type', '--args', '1', '--delay', String(gapMs), code, 'key', 'Return'),
  }
}

function firstLine(child: ChildProcess, fd: 1 | 3): Promise<string> {
  return new Promise((done, fail) => {
    child.stdio[fd]?.once('data', (text: Buffer) => done(text.toString()))
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)))
  })
}
