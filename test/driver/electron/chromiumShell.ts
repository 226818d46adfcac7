import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../chromium.ts'

/** Tests that attach from outside name the port here. */
const DEBUG_PORT = 'PACKLINE_STANDIN_DEBUG_PORT'

let running: BrowserContext | undefined
let spare: Page | undefined

/** Starts Chromium on the profile of the app; `switches` are those of `app.commandLine`. */
export async function launchChromium(
  userData: string,
  switches: ReadonlyMap<string, string>,
): Promise<void> {
  const given = [...switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`))
  const port = process.env[DEBUG_PORT]
  // The last --enable-features wins: only what the app itself switched on may be on.
  const base = CHROMIUM_ARGS.filter((arg) => !arg.startsWith('--enable-features'))
  running = await chromium.launchPersistentContext(join(userData, 'chromium'), {
    executablePath: CHROMIUM_PATH,
    args: [...base, ...given, ...(port ? [`--remote-debugging-port=${port}`] : [])],
    headless: true,
    viewport: null,
  })
  spare = running.pages()[0]
}

export function chromiumContext(): BrowserContext {
  if (!running) throw new Error('Chromium is not up: app is not ready')
  return running
}

/** A page for a new window: the empty one Chromium starts with, then new ones. */
export async function takePage(): Promise<Page> {
  const page = spare ?? (await chromiumContext().newPage())
  spare = undefined
  return page
}

export async function closeChromium(): Promise<void> {
  await running?.close().catch(() => {})
}
