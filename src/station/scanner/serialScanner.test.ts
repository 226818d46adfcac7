import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SCAN_RAW_MAX } from '@/protocol/bridge.ts'
import { openSerialScanner } from './serialScanner.ts'
import { createScanSplitter } from './splitScans.ts'

describe('a stream of serial text', () => {
  it.each([
    [['6901\r'], ['6901']],
    [
      ['6901\r\n', '6902\n'],
      ['6901', '6902'],
    ],
    [['69', '01', '\r'], ['6901']],
    [
      ['6901\r', '\nA-1\r'],
      ['6901', 'A-1'],
    ],
    [['\r\n\r\n'], []],
    [['no suffix'], []],
  ])('%j gives the scans %j', (texts, scans) => {
    const split = createScanSplitter()
    expect(texts.flatMap(split)).toEqual(scans)
  })

  it('drops a run that is longer than any code, up to its end', () => {
    const split = createScanSplitter()
    expect(split('x'.repeat(SCAN_RAW_MAX + 1))).toEqual([])
    expect(split('tail\rA-1\r')).toEqual(['A-1'])
    expect(split(`${'y'.repeat(SCAN_RAW_MAX)}\r`)).toHaveLength(1)
  })
})

const hasSocat = spawnSync('socat', ['-V']).status === 0

describe('a scanner on a serial port', () => {
  let folder: string
  let scannerEnd: string
  let hostEnd: string
  let pair: ReturnType<typeof spawn>

  beforeEach(async (context) => {
    if (!hasSocat) context.skip('no socat')
    folder = await mkdtemp(join(tmpdir(), 'packline-serial-'))
    scannerEnd = join(folder, 'scanner')
    hostEnd = join(folder, 'host')
    await plugIn()
  })
  afterEach(async () => {
    if (!hasSocat) return
    await pullOut()
    await rm(folder, { recursive: true, force: true })
  })

  async function plugIn(): Promise<void> {
    const end = (path: string) => `pty,raw,echo=0,link=${path}`
    pair = spawn('socat', [end(scannerEnd), end(hostEnd)], { stdio: 'ignore' })
    while (!existsSync(scannerEnd) || !existsSync(hostEnd)) await wait(20)
  }

  async function pullOut(): Promise<void> {
    const ended = new Promise((done) => pair.once('exit', done))
    pair.kill('SIGTERM')
    await ended
  }

  async function write(text: string): Promise<void> {
    const port = await open(scannerEnd, 'r+')
    await port.write(text)
    await port.close()
  }

  function listen() {
    const scans: string[] = []
    const faults: unknown[] = []
    const states: string[] = []
    const scanner = openSerialScanner(hostEnd, {
      onScan: (raw, deviceId) => scans.push(`${deviceId} ${raw}`),
      onState: (state) => states.push(state),
      onFault: (_what, fault) => faults.push(fault),
    })
    const until = async (count: number) => {
      for (let turn = 0; turn < 250 && scans.length < count; turn += 1) await wait(20)
      return scans
    }
    return { scanner, faults, states, until }
  }

  it('gives whole scans, Chinese text and group separators too', async () => {
    const { scanner, until } = listen()
    await wait(300)
    await write('6901234567892\r\n订单 面单\r\n0112345\u001d10LOT\r\n')
    expect(await until(3)).toEqual([
      'serial:host 6901234567892',
      'serial:host 订单 面单',
      'serial:host 0112345\u001d10LOT',
    ])
    await scanner.close()
  })

  it('comes back by itself after it was pulled out', async () => {
    const { scanner, faults, states, until } = listen()
    await wait(300)
    await write('1\r')
    await until(1)
    await pullOut()
    await wait(1_300)
    await plugIn()
    await wait(1_500)
    await write('2\r')
    expect(await until(2)).toEqual(['serial:host 1', 'serial:host 2'])
    expect(faults.length).toBeGreaterThan(0)
    expect([states[0], states[1], states.at(-1)]).toEqual(['ready', 'gone', 'ready'])
    await scanner.close()
  })
})
