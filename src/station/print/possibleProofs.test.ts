import { describe, expect, test } from 'vitest'
import { defaultProfile, type PrinterLanguage } from '@/document/printerProfile.ts'
import { findImpossibleProof, possibleProofs } from './possibleProofs.ts'
import type { PrinterSetup, TransportSetup } from './printerSetup.ts'

const wire: TransportSetup = { kind: 'tcp9100', host: '127.0.0.1', port: 9100 }
const cups: TransportSetup = { kind: 'cups', url: 'http://127.0.0.1:631/printers/a' }
const component: TransportSetup = { kind: 'component', platform: 'cainiao', printerName: '' }

const setup = (
  transport: TransportSetup,
  language: PrinterLanguage,
  proof: PrinterSetup['profile']['proof'] = 'none',
): PrinterSetup => ({
  name: `打包台 ${language}`,
  transport,
  profile: { ...defaultProfile('p'), language, proof },
})

describe('the proof a printer is set to', () => {
  test.each([
    ['TSPL on a wire', wire, 'tspl', ['counter', 'none']],
    ['ZPL on a wire', wire, 'zpl', ['counter', 'none']],
    ['ESC/POS on a wire', wire, 'escpos', ['processId', 'none']],
    ['CPCL on a wire', wire, 'cpcl', ['status', 'none']],
    ['PDF on a wire', wire, 'pdf', ['none']],
    ['TSPL behind CUPS', cups, 'tspl', ['none']],
    ['a component', component, 'tspl', ['notice', 'none']],
  ] as const)('is one that it can give: %s', (_name, transport, language, possible) => {
    expect(possibleProofs(setup(transport, language))).toEqual(possible)
  })

  test('is refused by the name of the printer where it cannot give it', () => {
    const fit = setup(wire, 'tspl', 'counter')
    expect(findImpossibleProof([fit, setup(cups, 'tspl')])).toBeUndefined()
    expect(findImpossibleProof([fit, setup(wire, 'cpcl', 'counter')])).toEqual({
      printer: '打包台 cpcl',
      proof: 'counter',
      possible: ['status', 'none'],
    })
  })
})
