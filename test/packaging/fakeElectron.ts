import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where Electron's binary holds its fuses: sentinel, version, count, states ('0', '1'). */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_VERSION = 1
/** As Electron ships them: RunAsNode, cookies, NODE_OPTIONS, inspect, integrity, only asar, own V8
 *  snapshot, file protocol, WASM trap handlers. */
const FUSE_DEFAULTS = '101100011'

/** A folder that looks like an unpacked Electron for Linux to the builder, without the binary. */
export async function makeFakeElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  const fuses = Buffer.concat([
    Buffer.from(`fake electron ${FUSE_SENTINEL}`),
    Buffer.from([FUSE_VERSION, FUSE_DEFAULTS.length]),
    Buffer.from(FUSE_DEFAULTS),
    Buffer.alloc(64),
  ])
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    await writeFile(join(folder, name), name === 'electron' ? fuses : 'fake')
    await chmod(join(folder, name), 0o755)
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'icudtl.dat'])
    await writeFile(join(folder, name), 'fake')
  for (const name of ['zh-CN', 'en-US', 'fr']) {
    await writeFile(join(folder, 'locales', `${name}.pak`), 'fake')
  }
}
