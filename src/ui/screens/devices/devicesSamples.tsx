import { learnScanner, PRACTICE_CODES } from '@/device/scan/learnScanner.ts'
import { lineSample, type ScanSample } from '@/device/scan/scanSample.ts'
import { DEFAULT_SCANNER_PROFILE } from '@/device/scan/scannerProfile.ts'
import type { Sample } from '../../gallery/sample.ts'
import { refused } from '@/workflow/workflow.ts'
import { NO_NOTICE, type ShownNotice } from '../../scan/shownNotice.ts'
import { deviceCards, type DeviceError, type DeviceFacts } from './deviceCards.ts'
import { DevicesDrawing } from './DevicesScreen.tsx'
import type { DevicesState } from './devicesState.ts'

const AT_MS = 1_793_584_800_000
const printer = {
  printerId: 'label',
  name: 'TSC TE210',
  state: 'ready',
  waiting: 0,
  dotsPerMm: 8,
} as const
const outOfPaper = { code: 'PRN-012', params: { printer: 'HPRT SL42' } }
const facts: DeviceFacts = {
  printers: [
    printer,
    {
      ...printer,
      printerId: 'goods',
      name: 'HPRT SL42',
      state: 'paused',
      notice: outOfPaper,
      waiting: 12,
    },
    { ...printer, printerId: 'bins', name: 'Zebra ZD421', state: 'untried' },
  ],
  scanner: { deviceId: 'hid:scanner', state: 'gone' },
  scale: {
    scaleId: 'a9:ttyUSB0',
    state: 'live',
    tareG: 0,
    reading: { kind: 'load', weightG: 1_250, isStable: true },
  },
}
const held: DeviceFacts = {
  ...facts,
  printers: [
    {
      ...printer,
      state: 'paused',
      isHeld: true,
      waiting: 3,
      notice: { code: 'PRN-008', params: { printer: printer.name } },
    },
    { ...printer, printerId: 'goods', name: 'HPRT SL42' },
  ],
}
const bare: DeviceFacts = { printers: [], scanner: null, scale: null }

const samples: readonly ScanSample[] = PRACTICE_CODES.map((text) => ({
  ...lineSample({ deviceId: 'keyboard', source: 'wedge', text: `]C1${text}` }),
  suffix: 'enter',
  gapMsMax: 12,
}))
const learned = learnScanner(samples)
const profile = learned.kind === 'learned' ? learned.profile : DEFAULT_SCANNER_PROFILE
const raw = PRACTICE_CODES[2]
const unfit = { kind: 'unfit', fault: 'noSuffix', got: raw, expected: raw } as const
const noSuffix: ShownNotice = { notice: refused('DEV-010', { raw }), raw, answers: 3 }
/** Another keyboard language: read, but wrong. */
const wrongKeys = { kind: 'unfit', fault: 'layout', got: 'zY!09-.`*aQ', expected: raw } as const

const states: Readonly<Record<string, readonly [DevicesState, DeviceFacts]>> = {
  list: [{ kind: 'list', selected: 3 }, facts],
  stuck: [{ kind: 'list', selected: 1 }, facts],
  held: [{ kind: 'list', selected: 0 }, held],
  target: [{ kind: 'target', selected: 1, to: 0 }, facts],
  bare: [{ kind: 'list', selected: 0 }, bare],
  first: [{ kind: 'sample', selected: 3, samples: [], unfit: null }, facts],
  refused: [{ kind: 'sample', selected: 3, samples: samples.slice(0, 2), unfit }, facts],
  wrongKeys: [
    { kind: 'sample', selected: 3, samples: samples.slice(0, 2), unfit: wrongKeys },
    facts,
  ],
  learned: [{ kind: 'learned', selected: 3, samples, profile }, facts],
}

const errors = new Map<string, DeviceError>([['printer:label', { ...outOfPaper, atMs: AT_MS }]])
const ignore = () => {}

/** The list with every light, and every step of setting up a scanner. */
export const devicesSamples: readonly Sample[] = Object.entries(states).map(
  ([id, [state, known]]) => ({
    id: `devices/${id}`,
    render: () => (
      <DevicesDrawing
        view={{
          state,
          cards: deviceCards(known, known === bare ? [] : [profile]),
          errors,
          undoDepth: 0,
          choice: [],
          resumed: false,
        }}
        shown={id === 'refused' ? noSuffix : NO_NOTICE}
        pad=""
        onSelect={ignore}
        onExport={ignore}
        onImport={ignore}
      />
    ),
  }),
)
