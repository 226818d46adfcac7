import { expect, it } from 'vitest'
import { shippedTemplates } from '@/document/templates/templateBook.ts'
import { readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { waybillModel } from '@/ui/print/waybillModel.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { playStory } from '../driver/testWarehouse.ts'

it('the waybill carries the marks of its goods and the note of the buyer, masked', async () => {
  const world = await createOutboundWorld()
  await world.db.table('skus').update('BK2', { marks: ['upside'] })
  await world.db.table('skus').update('BK1', { marks: ['fragile', 'upside'] })
  const notes = { buyerNote: '放2单元501室😊 13812341234', shopNote: '难缠的买家' }
  await world.db.table('orders').update('shop1:1001', notes)
  await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')
  const print = await readWaybillPrint(world.db, 'parcel:shop1:1001#1')
  if (!print) throw new Error('the parcel has no label')
  const printer = { printerId: 'p', dotsPerMm: 8, paper: { widthMm: 100, heightMm: 150 } } as const
  const sender = { name: '', phone: '', address: '', isMasked: true }
  const words = readPaperWords('zh-CN').waybill
  const model = waybillModel({ print, printer, words, sender, book: shippedTemplates }, 0)
  const texts = model.nodes.flatMap((node) => ('text' in node ? [node.text] : []))
  expect(texts).toEqual(expect.arrayContaining(['易碎', '向上', '备注 放****** 138******34']))
  expect(texts.join()).not.toMatch(/防潮|难缠|501|13812341234|😊/)
})
