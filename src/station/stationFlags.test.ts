import { describe, expect, it } from 'vitest'
import { defaultDataDir } from './defaultDataDir.ts'
import { parseStationFlags } from './stationFlags.ts'

describe('the command line of the station', () => {
  it('has a default for everything', () => {
    expect(parseStationFlags([])).toEqual({
      dataDir: defaultDataDir(),
      port: 41870,
      demo: false,
      lang: undefined,
      scannerPath: undefined,
      scale: undefined,
      printers: [],
    })
  })

  it('reads every flag', () => {
    const line = '--data /tmp/d --port 5000 --demo --lang en --scanner /dev/ttyACM0'
    const flags = parseStationFlags([...line.split(' '), '--printer', '10.0.0.9:9100'])
    expect(flags).toMatchObject({
      dataDir: '/tmp/d',
      port: 5000,
      demo: true,
      lang: 'en',
      scannerPath: '/dev/ttyACM0',
      printers: [{ transport: { kind: 'tcp9100', host: '10.0.0.9', port: 9100 } }],
    })
  })

  it.each([
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', '41870.5'],
    ['--port', 'x'],
    ['--lang', 'fr'],
    ['--printer', 'http://example.com'],
    ['--printer', 'host:0'],
    ['--printer', 'host:99999'],
    ['--nonsense', 'x'],
    ['stray', 'words'],
  ])('refuses %s %s', (...args) => {
    expect(parseStationFlags(args)).toHaveProperty('fault')
  })

  it('passes over what is for Chromium when lenient', () => {
    const args = ['--no-sandbox', '--data', '/tmp/d', '--enable-logging=stderr', 'x', '--demo']
    expect(parseStationFlags(args, { lenient: true })).toMatchObject({
      dataDir: '/tmp/d',
      demo: true,
    })
  })
})

describe('the data folder', () => {
  it.each([
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/packline'],
    ['win32', { LOCALAPPDATA: '/c/local' }, '/c/local/Packline'],
  ] as const)('on %s is where programs keep data', (platform, env, path) => {
    expect(defaultDataDir(platform, env)).toBe(path)
  })
})
