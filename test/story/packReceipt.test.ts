import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { packReceipt } from '@/document/receipt/packReceipt.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { createPrintService } from '@/station/print/printService.ts'
import { systemClock } from '@/kernel/clock.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { bitmapDots, differingDots } from '../driver/bitmapDots.ts'
import { readCrop } from '../driver/readCodes.ts'
import { sampleReceipt } from '../driver/sampleReceipt.ts'
import { startVirtualPrinter } from '../driver/virtualPrinter/virtualPrinter.ts'
import { readLanguage } from '../driver/virtualPrinter/languageReader.ts'

vi.setConfig({ testTimeout: 60_000 })

const roll: PrinterProfile = {
  ...defaultProfile('roll'),
  language: 'escpos',
  media: 'continuous',
  finish: 'cut',
  headDots: 576,
}
/** GS V 1: cut, but for a bridge. */
const CUT = Buffer.from([0x1d, 0x56, 0x01])
const press = createLabelPress(loadLabelFonts())

const receiptOf = (lines: number, widthMm: number, lang: 'zh-CN' | 'en' = 'zh-CN') =>
  packReceipt(sampleReceipt(lines), readPaperWords(lang).receipt, { widthMm, dotsPerMm: 8 })

describe('a packing receipt', () => {
  test.each([
    [48, 1],
    [48, 60],
    [72, 1],
    [72, 60],
  ])(
    'on a roll that prints %i mm wide, %i lines, comes out dot for dot',
    async (widthMm, lines) => {
      const label = receiptOf(lines, widthMm)
      expect(press.check(label, roll)).toEqual([])
      const bytes = await press.receipt(label, roll)
      const reader = readLanguage('escpos', 8)
      const events = [...reader.read(bytes), ...reader.end()].filter(({ kind }) => kind === 'label')
      const [event] = events
      if (events.length !== 1 || event?.kind !== 'label')
        throw new Error(`${events.length} receipts`)
      const bitmap = press.draw(label, roll)
      expect(differingDots(event.picture, bitmapDots(bitmap))).toBe(0)
      const all = { x: 0, y: 0, w: bitmap.widthDots, h: bitmap.heightDots }
      expect(await readCrop(bitmap, { ...all, y: all.h - 120, h: 120 })).toEqual([
        sampleReceipt(1).orderNo,
      ])
    },
  )

  test('goes its way through the queue to the printer that is kept for receipts', async () => {
    const printer = await startVirtualPrinter({ language: 'escpos' })
    const dir = await mkdtemp(join(tmpdir(), 'packline-receipt-'))
    const transport = { kind: 'tcp9100', host: '127.0.0.1', port: printer.port } as const
    const paper = { widthMm: 72, heightMm: 100 }
    const setup = { name: '小票', profile: roll, kinds: ['packReceipt'], paper, transport }
    const service = await createPrintService({ dir, clock: systemClock, printers: [setup] })
    const label = receiptOf(2, 72)
    const job = await service.submit({
      key: 'r1',
      printerId: 'roll',
      label: { ...label, nodes: [...label.nodes] },
      document: { kind: 'packReceipt', no: 'parcel:1#1', revision: 0 },
      operatorId: 'op1',
    })
    expect(job.notices).toEqual([])
    const [printed] = await printer.untilPrinted(1)
    if (!printed) throw new Error('nothing came out')
    expect(differingDots(printed.picture, bitmapDots(press.draw(label, roll)))).toBe(0)
    expect(Buffer.from(printed.bytes).includes(CUT)).toBe(true)
    expect(printer.nonsense()).toEqual([])
    await service.close()
    await printer.close()
    await rm(dir, { recursive: true, force: true })
  })
})
