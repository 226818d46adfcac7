import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { PROJECT_DIR } from './hostProcess.ts'

/** Why a test of the real shell is skipped, in words that the test runner knows. */
export const NO_ELECTRON_BINARY = 'no Electron binary'

/** Path of the real Electron where its download is there, undefined where it is not. */
export function findElectronBinary(): string | undefined {
  const folder = join(PROJECT_DIR, 'node_modules/electron')
  const name = join(folder, 'path.txt')
  if (!existsSync(name)) return undefined
  const binary = join(folder, 'dist', readFileSync(name, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/** Starts the built shell on the real Electron, through Playwright. */
export async function launchElectron(
  binary: string,
  args: readonly string[],
): Promise<{ app: ElectronApplication; page: Page }> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: binary,
    args: [...root, join(PROJECT_DIR, 'out/main/index.js'), ...args],
  })
  return { app, page: await app.firstWindow() }
}
