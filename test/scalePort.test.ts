import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '@/kernel/clock.ts'
import { type ScaleView, settledG } from '@/domain/weighing/scaleView.ts'
import { openHidScale } from '@/station/scale/hidScale.ts'
import type { UsbReader } from '@/station/usb/usbLine.ts'
import { type ScaleSetup, scaleOfFlag, virtualScale } from '@/station/scale/scaleSetup.ts'
import {
  SCALE_SILENT_MS,
  type ScaleService,
  createScaleService,
} from '@/station/scale/scaleService.ts'
import { type ShownLoad, scaleFrame } from './driver/scaleFrames.ts'
import { type SerialPair, hasSocat, plugInSerial } from './driver/serialPair.ts'

let opened: ScaleService[] = []
afterEach(async () => {
  for (const scale of opened) await scale.close()
  opened = []
})

function listen(setup: ScaleSetup) {
  const told: ScaleView[] = []
  const scale = createScaleService({
    setup,
    clock: systemClock,
    onChange: (view) => told.push(view),
    onFault: () => undefined,
  })
  opened.push(scale)
  return { scale, told }
}

async function until(isTrue: () => boolean, limitMs = 6_000): Promise<void> {
  for (let ms = 0; ms < limitMs && !isTrue(); ms += 20) await wait(20)
  expect(isTrue()).toBe(true)
}

describe('a scale on a serial port', () => {
  let folder: string
  let pair: SerialPair

  beforeEach(async (context) => {
    if (!hasSocat) context.skip('no socat')
    folder = await mkdtemp(join(tmpdir(), 'packline-scale-'))
    pair = await plugInSerial(folder)
  })
  afterEach(async () => {
    if (!hasSocat) return
    await pair.close()
    await rm(folder, { recursive: true, force: true })
  })
  const setupOf = (kind: string) => scaleOfFlag(`${pair.hostEnd}:${kind}`) ?? virtualScale
  const send = async (kind: 'a9' | 'and', load: ShownLoad, count: number) => {
    for (let n = 0; n < count; n += 1) await pair.write(scaleFrame[kind](load))
  }

  it('tells the page a load once it stands still, whatever came before', async () => {
    const { scale, told } = listen(setupOf('a9'))
    await wait(300)
    await pair.write(scaleFrame.a9({ weightG: 980, isStable: true }).subarray(5))
    await send('a9', { weightG: 700, isStable: true }, 2)
    await send('a9', { weightG: 1_250, isStable: true }, 6)
    await until(() => settledG(scale.view()) === 1_250)
    await until(() => settledG(told.at(-1) ?? null) === 1_250)
    expect(told.at(-1)).toMatchObject({ scaleId: 'a9:host', state: 'live', tareG: 0 })
  })

  it('takes the tray off, and forgets it when the scale is empty', async () => {
    const { scale } = listen(setupOf('and'))
    await wait(300)
    expect(scale.tare()).toBe(false)
    await send('and', { weightG: 120, isStable: false }, 1)
    await until(() => scale.view().state === 'live')
    expect(scale.tare()).toBe(false)
    await send('and', { weightG: 120, isStable: true }, 1)
    await until(() => settledG(scale.view()) === 120)
    expect(scale.tare()).toBe(true)
    expect(scale.view()).toMatchObject({ tareG: 120, reading: { weightG: 0 } })
    await send('and', { weightG: 1_370, isStable: true }, 1)
    await until(() => settledG(scale.view()) === 1_250)
    await send('and', { weightG: 0, isStable: true }, 1)
    // The tray was taken off: less than nothing lies there.
    await until(() => settledG(scale.view()) === null)
    expect(scale.view().reading).toMatchObject({ weightG: -120 })
    expect(scale.tare()).toBe(true)
    expect(scale.view()).toMatchObject({ tareG: 0, reading: { weightG: 0 } })
  })

  it('asks a scale that speaks only when it is asked', async () => {
    const stop = pair.answer((text) => (text.includes('SI') ? 'S S     1.250 kg\r\n' : ''))
    const { scale } = listen(setupOf('sics'))
    await until(() => settledG(scale.view()) === 1_250)
    expect(scale.view().scaleId).toBe('sics:host')
    stop()
  })

  it('says that a scale is silent, and that it is back after it was pulled out', async () => {
    const { scale, told } = listen(setupOf('and'))
    await wait(300)
    await send('and', { weightG: 500, isStable: true }, 1)
    await until(() => scale.view().state === 'live')
    await pair.close()
    await until(() => told.at(-1)?.state === 'silent', SCALE_SILENT_MS + 2_000)
    expect(told.at(-1)?.reading).toBe(null)
    pair = await plugInSerial(folder)
    await wait(1_500)
    await send('and', { weightG: 640, isStable: true }, 1)
    await until(() => settledG(scale.view()) === 640)
  }, 15_000)
})

describe('the scale on the screen', () => {
  it('shows what is put on it, through the reader of a real one', async () => {
    const { scale } = listen(virtualScale)
    expect(scale.load(1_560)).toBe(true)
    await until(() => settledG(scale.view()) === 1_560)
    scale.load(0)
    await until(() => settledG(scale.view()) === null)
  })
})

describe('a USB scale', () => {
  it('is found by its usage page; one that goes to sleep is told', async () => {
    const ears: Record<string, (value: never) => void> = {}
    const readings: unknown[] = []
    const faults: unknown[] = []
    const paths: string[] = []
    const device = {
      on: (event: string, heard: (value: never) => void) => (ears[event] = heard),
      close: () => Promise.resolve(),
    }
    const hid: UsbReader = {
      devicesAsync: async () => [
        { path: 'keyboard', usagePage: 1 },
        { path: 'scale', usagePage: 0x8d },
      ],
      HIDAsync: {
        open: async (path) => {
          paths.push(path)
          return device
        },
      },
    }
    const port = openHidScale(
      '',
      {
        onReadings: (more) => readings.push(...more),
        onFault: (_what, fault) => faults.push(fault),
      },
      async () => hid,
    )
    await until(() => ears.data !== undefined)
    ears.data?.(scaleFrame.hid({ weightG: 20, isStable: true }) as never)
    ears.error?.(new Error('gone') as never)
    expect(paths).toEqual(['scale'])
    expect(readings).toEqual([{ kind: 'load', weightG: 20, isStable: true }])
    expect(faults).toHaveLength(1)
    await port.close()
  })
})

describe('--scale', () => {
  it.each([
    ['/dev/ttyUSB0:a9', { kind: 'a9', path: '/dev/ttyUSB0', baud: 9_600, unit: 'kg' }],
    ['COM3:sics', { kind: 'sics', path: 'COM3' }],
    [':hid', { kind: 'hid', path: '' }],
  ])('%s', (text, expected) => {
    expect(scaleOfFlag(text)).toMatchObject(expected)
  })

  it.each(['/dev/ttyUSB0', ':a9', '/dev/ttyUSB0:virtual', ''])('%j is none', (text) => {
    expect(scaleOfFlag(text)).toBe(undefined)
  })
})
