import { Dexie } from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { PHOTOS_OF_DOC_MAX } from '@/domain/evidence/addPhoto.ts'
import type { CameraFault } from '@/domain/evidence/photo.ts'
import type { Evidence } from '@/domain/record/evidence.ts'
import { readOrderPhotos, readPhotos } from '@/store/queries/evidence/readPhotos.ts'
import { readPicture } from '@/store/queries/evidence/readPicture.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld } from '../driver/inboundWorld.ts'
import { createOutboundWorld, stockFaults } from '../driver/outboundWorld.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'
const BK9 = '9787787778886'

async function tell(world: TestWarehouse, story: string, job = receivingJob) {
  const runner = world.runner(job)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
  return runner
}

/** The links in the order they were made: the clock of a story stands. */
const linked = async (world: TestWarehouse): Promise<string[]> => {
  const ids = (await world.db.outbox.toArray()).map(({ id }) => id)
  const rows = await world.ledger.reader.getMany('evidence', ids)
  const there = rows.filter((row): row is Evidence => row !== undefined)
  return there.map((row) => [row.docKind, row.skuId, row.lot, row.finding].join(' ').trim())
}
const kept = (world: TestWarehouse) => world.db.photos.count()
const receiptOf = async (world: TestWarehouse) =>
  (await world.db.documents('receipts').toArray())[0]?.id

describe('a photo at receiving', () => {
  it('of damaged goods takes one scan and shows the line it belongs to', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1    | scanItem | RECV-001
       :DAMAG | scanItem | RECV-025
       ${BK1} | scanItem | RECV-007
       :PHOTO | scanItem | CAM-001
       ${BK1} | scanItem | RECV-005
       :OK    | scanOrder | RECV-032`,
    )
    const [row] = await world.db.documents('evidence').toArray()
    expect(row).toMatchObject({
      docKind: 'receipt',
      docId: await receiptOf(world),
      skuId: 'BK1',
      finding: 'damaged',
      operatorId: 'op1',
    })
    const { rows, count } = await readOrderPhotos(world.db, 'PO1')
    expect(count).toBe(1)
    expect(rows[0]).toMatchObject({ docNo: 'PO1', skuId: 'BK1', finding: 'damaged' })
    expect(new TextDecoder().decode(rows[0]?.bytes)).toBe('picture 1')
  })

  it('goes to the outbox and the access log by its hash and size, never with its bytes', async () => {
    const world = await createInboundWorld()
    await tell(world, 'PO1 | scanItem | RECV-001\n:PHOTO | scanItem | CAM-001')
    const [photo] = await world.db.photos.toArray()
    const [command] = await world.db.outbox.toArray()
    expect(JSON.parse(command?.text ?? '')).toMatchObject({
      name: 'evidence.addPhoto',
      args: {
        subject: { docKind: 'purchaseOrder', docId: 'PO1' },
        photo: { photoId: photo?.id, byteCount: photo?.bytes.byteLength },
      },
    })
    expect(command?.text).not.toContain('picture')
    const log = await world.db.audit.toArray()
    expect(log).toMatchObject([{ what: 'evidence.addPhoto', ref: command?.id, who: 'op1' }])
  })

  it('shows the delivery before the first piece, and what is asked about while it is asked', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `:PHOTO | scanOrder   | SCAN-004
       PO1    | scanItem    | RECV-001
       :PHOTO | scanItem    | CAM-001
       ${BK9} | confirmItem | RECV-012
       :PHOTO | confirmItem | CAM-001
       ${BK9} | scanItem    | RECV-008
       :PHOTO | scanItem    | CAM-001
       :DAMAG | scanItem    | RECV-025
       :PHOTO | scanItem    | CAM-001
       NEW-1  | bindBarcode | RECV-017
       :PHOTO | bindBarcode | CAM-001`,
    )
    expect(await linked(world)).toEqual([
      'purchaseOrder',
      'purchaseOrder BK9  wrongItem',
      'receipt BK9  wrongItem',
      'receipt   damaged',
      'receipt   damaged',
    ])
    expect((await readOrderPhotos(world.db, 'PO1')).count).toBe(5)
  })

  it('is taken back by UNDO like any step: the link goes, and the bytes nobody links', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1    | scanItem  | RECV-001
       :PHOTO | scanItem  | CAM-001
       ${BK1} | scanItem  | RECV-005
       :PHOTO | scanItem  | CAM-002
       UNDO   | scanItem  | UNDO-001
       UNDO   | scanItem  | UNDO-001
       UNDO   | scanItem  | UNDO-001
       UNDO   | scanOrder | UNDO-090
       UNDO   | scanOrder | UNDO-002`,
    )
    expect(await linked(world)).toEqual([])
    expect(await kept(world)).toBe(0)
  })

  it('is still a step after a restart', async () => {
    const world = await createInboundWorld()
    await tell(world, 'PO1 | scanItem | RECV-001\n:PHOTO | scanItem | CAM-001')
    const again = await tell(world, ':PHOTO | scanItem | CAM-001\nUNDO | scanItem | UNDO-001')
    expect(again.view().undoDepth).toBe(2)
    expect(await kept(world)).toBe(1)
  })
})

describe('the picture of goods', () => {
  it('is offered with the first photo of good goods, and is the same bytes with a second link', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1    | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       :YES   | scanItem | SCAN-004
       :PHOTO | scanItem | CAM-002
       :YES   | scanItem | CAM-003
       :YES   | scanItem | SCAN-004
       :PHOTO | scanItem | CAM-001`,
    )
    expect(await linked(world)).toEqual(['receipt BK1  good', 'sku BK1', 'receipt BK1  good'])
    expect(await kept(world)).toBe(2)
    const picture = await readPicture(world.db, 'BK1')
    expect(new TextDecoder().decode(picture?.bytes)).toBe('picture 1')
    await tell(
      world,
      `UNDO   | scanItem | UNDO-001
       UNDO   | scanItem | UNDO-001`,
    )
    expect(await readPicture(world.db, 'BK1')).toBeNull()
    expect(await kept(world)).toBe(1)
    expect((await readPhotos(world.db, { skuId: 'BK1' })).count).toBe(1)
  })

  it('is not offered any more after the next scan, nor for damaged goods', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1    | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       :PHOTO | scanItem | CAM-002
       ${BK1} | scanItem | RECV-005
       :YES   | scanItem | SCAN-004
       :DAMAG | scanItem | RECV-025
       ${BK1} | scanItem | RECV-007
       :PHOTO | scanItem | CAM-001
       :YES   | scanItem | SCAN-004`,
    )
    expect(await readPicture(world.db, 'BK1')).toBeNull()
  })
})

describe('a photo at the packing table', () => {
  it('belongs to the parcel in work, before its first item and after its label', async () => {
    const world = await createOutboundWorld()
    await tell(
      world,
      `T-0001        | scanItem | PACK-010
       :PHOTO        | scanItem | CAM-001
       9787000000011 | scanItem | PACK-001
       9787000000011 | scanItem | PACK-001
       BK2           | scanBack | PACK-011
       :PHOTO        | scanBack | CAM-001
       7700001       | scanTote | PACK-028
       :PHOTO        | scanTote | SCAN-004`,
      packingJob as never,
    )
    const { rows, count } = await readPhotos(world.db, {
      docs: [['parcel', 'parcel:shop1:1001#1']],
    })
    expect(count).toBe(2)
    expect(rows.map((row) => row.docNo)).toEqual(['7700001', '7700001'])
    expect(await stockFaults(world)).toEqual([])
  })
})

describe('work goes on', () => {
  it.each<[CameraFault, string]>([
    ['none', 'CAM-010'],
    ['refused', 'CAM-011'],
    ['busy', 'CAM-012'],
    ['silent', 'CAM-013'],
  ])('where the camera says %s: %s', async (fault, code) => {
    const world = await createInboundWorld()
    world.camera.next = { kind: 'failed', fault }
    await tell(
      world,
      `PO1    | scanItem | RECV-001
       :DAMAG | scanItem | RECV-025
       ${BK1} | scanItem | RECV-007
       :PHOTO | scanItem | ${code}
       ${BK1} | scanItem | RECV-005`,
    )
    expect(await kept(world)).toBe(0)
    expect(await linked(world)).toEqual([])
  })

  it('where there is no room for the photo: nothing of it is kept, all else is', async () => {
    const world = await createInboundWorld()
    const full = vi.spyOn(world.db.photos, 'put')
    full.mockRejectedValueOnce(new Dexie.QuotaExceededError('full'))
    await tell(
      world,
      `PO1    | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       :PHOTO | scanItem | CAM-014
       ${BK1} | scanItem | RECV-005
       :PHOTO | scanItem | CAM-002`,
    )
    expect(await world.qtyAt('bin:RECV-01', 'BK1')).toBe(2)
    expect(await kept(world)).toBe(1)
  })

  it('where a document has all the photos it may have', async () => {
    const world = await createInboundWorld()
    const many = Array.from({ length: PHOTOS_OF_DOC_MAX }, () => ':PHOTO | scanItem | CAM-001')
    await tell(world, ['PO1 | scanItem | RECV-001', ...many].join('\n'))
    await tell(world, ':PHOTO | scanItem | CAM-015')
    expect(await kept(world)).toBe(PHOTOS_OF_DOC_MAX)
  })

  it('on screens that have nothing to photograph', async () => {
    const world = await createInboundWorld()
    await tell(world, ':PHOTO | scanItem | SCAN-004', putawayJob as never)
  })
})
