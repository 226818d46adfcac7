import { describe, expect, it } from 'vitest'
import { type PaperKind, paperKinds, type PrintIntent } from '@/domain/record/outbound.ts'
import { paperShape } from '@/protocol/paperShape.ts'
import { renderDocument } from '@/station/documents/renderDocument.ts'
import { readPickedFrom } from '@/store/queries/picking/readPickedFrom.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { askedPaper } from '@/ui/print/askedPaper.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { createPickingWorld } from '../driver/pickingWorld.ts'
import { readPdf } from '../driver/readPdf.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

const reading = {
  words: readPaperWords('zh-CN'),
  operatorName: '陈小满',
  nowMs: 0,
  atText: () => '2026-11-02 10:00',
}

async function askedOf(world: TestWarehouse, kind: PaperKind): Promise<PrintIntent> {
  const intents = await world.db.documents('printIntents').toArray()
  const found = intents.find((intent) => intent.kind === kind)
  if (!found) throw new Error(`no ${kind} was asked for`)
  return found
}

/** Name of the file and all its texts, read back from the PDF. */
async function pdfOf(world: TestWarehouse, kind: PaperKind): Promise<string> {
  const { no, id, atMs } = await askedOf(world, kind)
  const made = await askedPaper(world.db, { kind, no, id, atMs }, reading)
  const paper = paperShape.parse(made?.paper)
  const pages = readPdf(await renderDocument(paper))
  const texts = pages.flatMap((page) => page.texts).join('')
  return `${made?.name} ${texts}`.replaceAll(/\s/g, '')
}

describe('papers a person asks for', () => {
  it('a pick list names bins and goods of the walk that is under way', async () => {
    const world = await createPickingWorld()
    await intake(world, testDraft('100', { BK1: 2, BK3: 1 }))
    const story = `
      T-0001        | scanItem | PICK-011
      :PRINT        | scanItem | PICK-046
      6901234567892 | scanTote | PICK-026`
    expect(await playStory(world.runner(pickingJob), story)).toBe(storyText(story))
    const text = await pdfOf(world, 'pickList')
    for (const words of [
      'pick-list-PH1102-100000.pdf',
      '配货单',
      'A-01-1-01',
      'BK1',
      'BK3',
      '陈小满',
    ])
      expect(text).toContain(words)
  })

  it('slips of a parcel name what is in it; only the warehouse’s own names the bins', async () => {
    const world = await createOutboundWorld()
    const story = `
      T-0001  | scanItem | PACK-010
      *2      | scanItem | PACK-009
      BK1     | scanItem | PACK-001
      BK2     | scanBack | PACK-011
      :PRINT  | scanBack | PACK-037
      7700001 | scanTote | PACK-028`
    expect(await playStory(world.runner(packingJob), story)).toBe(storyText(story))
    const slip = await pdfOf(world, 'packSlip')
    for (const words of ['packing-slip-7700001.pdf', '装箱单', '7700001', '1001', 'BK1', 'BK2'])
      expect(slip).toContain(words)
    const outbound = await pdfOf(world, 'outboundSlip')
    for (const words of ['outbound-slip-7700001.pdf', '出库单', '7700001', 'BK1', 'STO快递'])
      expect(outbound).toContain(words)
  })

  it('the manifest of a handover is made again as it was', async () => {
    const world = await createOutboundWorld()
    const pack = 'T-0001\n*2\nBK1\nBK2\n7700001'
    await playStory(world.runner(packingJob), pack)
    await playStory(world.runner(shippingJob), '7700001\nZQBSTOCOURIER\n:PRINT')
    const manifest = await pdfOf(world, 'handoverManifest')
    for (const words of ['manifest-STO-20261102-1.pdf', '交接单', '7700001', 'STO快递'])
      expect(manifest).toContain(words)
  })

  it('an order picked here has its bins on the outbound slip', async () => {
    const world = await createPickingWorld()
    await intake(world, testDraft('100', { BK1: 1 }))
    const story = `
      T-0001 | scanItem      | PICK-011
      BK1    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010`
    expect(await playStory(world.runner(pickingJob), story)).toBe(storyText(story))
    const from = await readPickedFrom(world.db, 'taobao:100')
    expect(from.get('BK1|')).toEqual({ zone: 'storage', binCode: 'A-01-1-01' })
  })

  it('nothing is made of a walk or a parcel that is gone', async () => {
    const world = await createPickingWorld()
    for (const kind of paperKinds)
      expect(await askedPaper(world.db, { kind, no: 'gone', id: 'x', atMs: 0 }, reading)).toBeNull()
  })
})
