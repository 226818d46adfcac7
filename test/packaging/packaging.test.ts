import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT_DIR } from '../driver/hostProcess.ts'
import { makeFakeElectron } from './fakeElectron.ts'

const runFile = promisify(execFile)

let folder: string
let app: string
let packed: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packline-pack-'))
  await makeFakeElectron(join(folder, 'electron'))
  const builder = join(PROJECT_DIR, 'node_modules/electron-builder/cli.js')
  const config = [`-c.electronDist=${folder}/electron`, `-c.directories.output=${folder}/dist`]
  await runFile(process.execPath, [builder, '--linux', 'dir', '--publish', 'never', ...config], {
    cwd: PROJECT_DIR,
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  })
  app = join(folder, 'dist/linux-unpacked')
  packed = listPackage(join(app, 'resources/app.asar'), { isPack: false })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the packed desktop shell', () => {
  it('holds the built program and its description', () => {
    for (const file of [
      '/package.json',
      '/out/main/index.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/assets/demo/goods.csv',
    ])
      expect(packed).toContain(file)
  })

  it('holds nothing else but the demo shop, the native packages and the label fonts', () => {
    const known = [
      /^\/(package\.json|out|node_modules|assets)$/,
      /^\/assets\/demo(\/[\w-]+\.csv)?$/,
      /^\/out\/(main|preload|renderer)(\/|$)/,
      /^\/node_modules\/(serialport|@serialport|@napi-rs|node-gyp-build|debug|ms|node-hid|pkg-prebuilds|koffi|@koromix)(\/|$)/,
      /^\/node_modules\/@expo-google-fonts(\/noto-sans-(sc|jp)(\/(package\.json|(500Medium|700Bold)(\/.+\.ttf)?))?)?$/,
    ]
    expect(packed.filter((file) => !known.some((pattern) => pattern.test(file)))).toEqual([])
  })

  it('holds no sources, maps, tests, or other Node', () => {
    const unwanted = /\.(map|tsx?|mts|cts)$|\.test\.|\/node-(linux|win)|\/(test|tests|__tests__)\//
    expect(packed.filter((file) => unwanted.test(file))).toEqual([])
  })

  it('keeps every native part outside the archive, and there is one of each', async () => {
    const natives = packed.filter((file) => file.endsWith('.node'))
    expect(natives.some((file) => file.includes('@serialport/bindings-cpp'))).toBe(true)
    expect(natives.some((file) => file.includes('@napi-rs/canvas'))).toBe(true)
    expect(natives.some((file) => file.includes('@koromix/koffi'))).toBe(true)
    const outside = await readdir(join(app, 'resources/app.asar.unpacked'), { recursive: true })
    for (const file of natives) expect(outside).toContain(file.slice(1))
  })

  it('finds every package that its code still imports', () => {
    const main = packed.filter((file) => /^\/out\/main\/.+\.js$/.test(file))
    const bare = new Set<string>()
    for (const file of main) {
      const code = packedText(file)
      for (const [, name] of code.matchAll(/^import\s[^'"]*?from\s*["']([^."'/][^"']*)["']/gm))
        if (name && !isBuiltin(name) && name !== 'electron') bare.add(name)
      for (const [, name] of code.matchAll(/\bimport\(["']([^."'/][^"']*)["']\)/g))
        if (name && !isBuiltin(name)) bare.add(name)
    }
    expect([...bare].sort()).toEqual(['@napi-rs/canvas', 'koffi', 'node-hid', 'serialport'])
    for (const name of bare) expect(packed).toContain(`/node_modules/${name}/package.json`)
  })

  it('holds every package that the native ones need', () => {
    const missing: string[] = []
    for (const manifest of packed.filter((file) => /node_modules\/.+\/package\.json$/.test(file))) {
      const owner = manifest.slice(0, -'/package.json'.length)
      const read = JSON.parse(packedText(manifest))
      for (const name of Object.keys(read.dependencies ?? {}))
        if (!isPacked(owner, name)) missing.push(`${owner} needs ${name}`)
    }
    // Headers for building from source; the prebuilt parts do without.
    expect(missing.filter((line) => !line.endsWith('needs node-addon-api'))).toEqual([])
  })

  it('holds all that calling a library of the system takes', async () => {
    const alone = join(folder, 'koffi')
    for (const file of packed.filter((name) =>
      /^\/node_modules\/(koffi|@koromix)\/.+\.\w+$/.test(name),
    )) {
      await mkdir(dirname(join(alone, file)), { recursive: true })
      await writeFile(
        join(alone, file),
        extractFile(join(app, 'resources/app.asar'), file.slice(1)),
      )
    }
    const ask = `import koffi from 'koffi'
      const ownNo = koffi.load(null).func('int getpid()')
      console.log(ownNo() === process.pid)`
    const asking = ['--input-type=module', '--eval', ask]
    const { stdout } = await runFile(process.execPath, asking, { cwd: alone })
    expect(stdout.trim()).toBe('true')
  })

  it('has the fuses set as the security rules ask', async () => {
    const wire = await getCurrentFuseWire(join(app, 'packline'))
    const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      ownSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      ownSnapshot: false,
      filePrivileges: false,
    })
  })
})

function packedText(file: string): string {
  return extractFile(join(app, 'resources/app.asar'), file.slice(1)).toString('utf8')
}

/** As Node looks for it: beside the owner, then in each folder above. */
function isPacked(owner: string, name: string): boolean {
  for (let at = owner; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (packed.includes(`${at}/node_modules/${name}/package.json`)) return true
  return packed.includes(`/node_modules/${name}/package.json`)
}
