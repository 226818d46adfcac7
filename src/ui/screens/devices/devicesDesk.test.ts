import { describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { PRACTICE_CODES } from '@/device/scan/learnScanner.ts'
import { lineSample, type ScanSample } from '@/device/scan/scanSample.ts'
import type { ScannerProfile } from '@/device/scan/scannerProfile.ts'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { Notice } from '@/kernel/notice.ts'
import { accepted } from '@/workflow/workflow.ts'
import { createStationPrinters, hearPrinter, meetPrinters } from '../../print/stationPrinters.ts'
import type { Plugged } from './deviceCards.ts'
import { createDevicesDesk, createPlugged } from './devicesDesk.ts'

const printer = {
  printerId: 'label',
  name: 'TSC',
  state: 'ready',
  waiting: 0,
  dotsPerMm: 8,
} as const

function openDesk(facts: Partial<Plugged> = {}) {
  const known = createPlugged({ scanner: null, scale: null, ...facts })
  const printers = createStationPrinters()
  meetPrinters(printers, [printer])
  const profiles = createStore<readonly ScannerProfile[]>(() => [])
  const told: Notice[] = []
  const files: string[] = []
  let take: ((sample: ScanSample) => void) | null = null
  let nowMs = 0
  const desk = createDevicesDesk({
    clock: { nowMs: () => ++nowMs, monoMs: () => nowMs },
    facts: known,
    printers,
    profiles,
    sample: (next) => {
      take = next
    },
    testPrint: async (printerId) => accepted('DEV-004', { name: printerId }),
    hold: async ({ name }, isHeld) => accepted(isHeld ? 'PRN-105' : 'PRN-106', { printer: name }),
    moveWaiting: async (from, to) => accepted('PRN-107', { from: from.name, to: to.name }),
    testCamera: async () => accepted('DEV-035', { widthPx: 640, heightPx: 480 }),
    async saveFile(name, text) {
      files.push(text)
      return { path: name }
    },
    tell: (notice) => void told.push(notice),
  })
  const verb = async (text: string) =>
    (text === 'UNDO' ? await desk.undo() : await desk.give({ kind: 'verb', verb: text })).code
  const scan = async (text: string, suffix: ScanSample['suffix'] = 'enter') => {
    const from = { deviceId: 'keyboard', source: 'wedge', text } as const
    take?.({ ...lineSample(from), suffix, gapMsMax: 10 })
    return (await desk.scan(text)).code
  }
  const number = async (text: string) =>
    (await desk.give({ kind: 'number', qty: Number(text), text })).code
  const world = { desk, verb, scan, number, known, printers, profiles, told, files }
  return { ...world, isSampling: () => take !== null }
}

describe('the list of devices', () => {
  test('has one card for each device, and each is tested by its number', async () => {
    const { desk, number } = openDesk()
    expect(desk.view().cards.map(({ id, light }) => `${id} ${light}`)).toEqual([
      'printer:label ready',
      'scanner:keyboard unset',
      'scale unset',
      'camera ready',
      'sound ready',
    ])
    const answers = []
    for (const no of ['1', '2', '3', '4', '5', '6']) answers.push(await number(no))
    expect(answers).toEqual(['DEV-004', 'DEV-002', 'DEV-028', 'DEV-035', 'DEV-030', 'SCAN-006'])
  })

  test('is walked by commands, round and round', async () => {
    const { desk, verb } = openDesk()
    await verb('PREV')
    expect(desk.view().state.selected).toBe(4)
    await verb('NEXT')
    await verb('NEXT')
    expect(desk.view().state.selected).toBe(1)
    expect(await verb('OK')).toBe('DEV-002')
  })

  test('answers any code with what was read', async () => {
    const { scan } = openDesk()
    expect(await scan('6901234567892')).toBe('DEV-001')
  })

  test('keeps the last fault of a device when it works again', () => {
    const { desk, printers } = openDesk()
    const notice = { code: 'PRN-012', params: { printer: 'TSC' } }
    hearPrinter(printers, { ...printer, state: 'paused', notice })
    expect(desk.view().cards[0]).toMatchObject({ light: 'fault', why: notice })
    hearPrinter(printers, printer)
    expect(desk.view().cards[0]).toMatchObject({ light: 'ready', why: null })
    expect(desk.view().errors.get('printer:label')?.code).toBe('PRN-012')
  })

  test('tells a scanner and a scale of the host, plugged in and pulled out', () => {
    const scanner = { deviceId: 'hid:scanner', state: 'gone' } as const
    const scale = { scaleId: 'a9', state: 'silent', tareG: 0, reading: null } as const
    const { desk, known } = openDesk({ scanner, scale })
    const lights = () =>
      desk
        .view()
        .cards.slice(2, 4)
        .map(({ light }) => light)
    expect(lights()).toEqual(['fault', 'fault'])
    known.setState({ scanner: { ...scanner, state: 'ready' }, scale: { ...scale, state: 'live' } })
    expect(lights()).toEqual(['ready', 'ready'])
  })
})

describe('the labels that wait for a printer', () => {
  const other = { ...printer, printerId: 'goods', name: 'HPRT' }

  test('are stopped and given to another printer by commands alone', async () => {
    const { desk, verb, scan, printers } = openDesk()
    expect(await verb('HOLD')).toBe('PRN-105')
    expect(await verb('YES')).toBe('PRN-101')
    meetPrinters(printers, [{ ...printer, waiting: 2, isHeld: true }, other])
    expect(await verb('HOLD')).toBe('PRN-106')
    expect(await verb('YES')).toBe('PRN-103')
    expect(desk.view().state).toEqual({ kind: 'target', selected: 0, to: 1 })
    expect(await scan('6901234567892')).toBe('DEV-001')
    expect([await verb('NEXT'), await verb('UNDO')]).toEqual(['DEV-029', 'SCAN-004'])
    expect(await verb('OK')).toBe('PRN-107')
    expect(desk.view().state).toEqual({ kind: 'list', selected: 0 })
  })

  test('are given by a number or a tap; a device that is no printer takes none', async () => {
    const { desk, verb, number, printers } = openDesk()
    meetPrinters(printers, [{ ...printer, waiting: 2 }, other])
    await verb('YES')
    expect([await number('3'), await number('9')]).toEqual(['PRN-104', 'SCAN-006'])
    expect(desk.view().state.kind).toBe('target')
    expect(await number('2')).toBe('PRN-107')
    await verb('YES')
    desk.select(1)
    expect(desk.view().state).toMatchObject({ kind: 'target', to: 1 })
    expect([await verb('BACK'), desk.view().state.kind]).toEqual(['DEV-009', 'list'])
  })
})

describe('setting up a scanner', () => {
  async function learned(suffix: ScanSample['suffix'] = 'enter', before = '') {
    const world = openDesk()
    await world.verb('NEXT')
    await world.verb('YES')
    for (const code of PRACTICE_CODES) await world.scan(before + code, suffix)
    return world
  }

  test('takes three samples by scans alone and keeps what was learned', async () => {
    const { desk, verb, scan, profiles, isSampling } = openDesk()
    await verb('PREV')
    expect(await verb('YES')).toBe('DEV-003')
    await verb('NEXT')
    await verb('NEXT')
    expect(await verb('YES')).toBe('DEV-005')
    expect(isSampling()).toBe(true)
    const answers = []
    for (const code of PRACTICE_CODES) answers.push(await scan(`~${code}`, 'tab'))
    expect(answers).toEqual(['DEV-006', 'DEV-006', 'DEV-007'])
    expect(isSampling()).toBe(false)
    expect(await scan('~6901234567892')).toBe('DEV-015')
    expect(await scan(`~${commandCodeOf('OK')}`)).toBe('DEV-025')
    expect(profiles.getState()).toMatchObject([
      { deviceId: 'keyboard', prefix: '~', suffixes: ['tab'] },
    ])
    expect(desk.view().cards[1]?.light).toBe('ready')
  })

  test('refuses a scanner without suffix and a wrong code, and goes on with the right ones', async () => {
    const { desk, verb, scan } = openDesk()
    await verb('NEXT')
    await verb('YES')
    const [first] = PRACTICE_CODES
    expect(await scan(first, null)).toBe('DEV-010')
    expect(await scan('6901234567892')).toBe('DEV-015')
    expect(await scan(first)).toBe('DEV-006')
    expect(await verb('UNDO')).toBe('DEV-008')
    expect(desk.view().state).toMatchObject({ kind: 'sample', samples: [] })
    expect(await verb('UNDO')).toBe('SCAN-004')
    expect(await verb('OK')).toBe('SCAN-004')
  })

  test('ends with BACK and when another screen is opened; nothing is changed', async () => {
    const { desk, verb, profiles, isSampling } = openDesk()
    await verb('NEXT')
    await verb('YES')
    expect(await verb('BACK')).toBe('DEV-009')
    await verb('YES')
    desk.leave()
    expect(isSampling()).toBe(false)
    expect(desk.view().state).toEqual({ kind: 'list', selected: 1 })
    expect(profiles.getState()).toEqual([])
  })

  test('keeps a second scanner beside the first where both can be read', async () => {
    const { verb, scan, profiles } = await learned('enter')
    await verb('OK')
    const again = async (before: string) => {
      await verb('YES')
      for (const code of PRACTICE_CODES) await scan(before + code, 'tab')
      return verb('YES')
    }
    expect(await again('~')).toBe('DEV-025')
    expect(profiles.getState()[0]).toMatchObject({ suffixes: ['enter', 'tab'], prefix: '~' })
    expect(await again('#')).toBe('DEV-023')
  })

  test('goes to another station as a file, checked before anything is taken from it', async () => {
    const one = await learned()
    await one.desk.exportProfiles()
    expect(one.told.at(-1)?.code).toBe('DEV-032')
    await one.verb('OK')
    await one.desk.exportProfiles()
    expect(one.told.at(-1)?.code).toBe('DEV-021')
    const other = openDesk()
    await other.desk.importProfiles('{"format":"something else"}')
    expect(other.told.at(-1)?.code).toBe('DEV-033')
    await other.desk.importProfiles(one.files[0] ?? '')
    expect(other.told.at(-1)?.code).toBe('DEV-022')
    expect(other.profiles.getState()).toEqual(one.profiles.getState())
  })
})
