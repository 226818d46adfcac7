import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandArgs, CommandName } from '@/app/commands/handlers.ts'
import { runCommand } from '@/app/runCommand.ts'
import { shippedTemplates, templateBook } from '@/document/templates/templateBook.ts'
import { readTemplateRows } from '@/store/queries/printing/readTemplateRows.ts'
import { readTemplate } from '@/protocol/templateShape.ts'
import { type TemplateDesk, createTemplateDesk } from '@/ui/screens/printing/templateDesk.ts'
import { type TestWarehouse, createTestWarehouse } from '../driver/testWarehouse.ts'

let warehouse: TestWarehouse
let desk: TemplateDesk
let drawn: number

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  const { db } = warehouse
  drawn = 0
  const run = async <N extends CommandName>(name: N, args: CommandArgs<N>) => {
    const outcome = await runCommand(warehouse, warehouse.newId(), name, args)
    return outcome.kind === 'accepted' ? null : { code: 'TPL-013', params: {} }
  }
  desk = createTemplateDesk({
    read: () => readTemplateRows(db),
    save: (template) => run('printing.saveTemplate', { file: JSON.stringify(template) }),
    restore: (templateId) => run('printing.restoreTemplate', { templateId }),
    testPrint: (no) => run('stock.askPrints', { prints: [{ kind: 'testLabel', no }] }),
    async preview() {
      drawn += 1
      return { png: new Uint8Array([drawn]), notices: [] }
    },
    readFile: readTemplate,
  })
  await desk.open()
})

const bookNow = async () => templateBook(await readTemplateRows(warehouse.db))

describe('changing a label template', () => {
  it('saves a changed part, prints a test and takes the shipped one back', async () => {
    await desk.choose('tote-60x40')
    await desk.change({ text: 'X {title}' })
    expect(desk.view()).toMatchObject({ isChanged: true, faults: [], png: new Uint8Array([2]) })
    await desk.save()
    expect(desk.view()).toMatchObject({ isChanged: false, told: { code: 'TPL-010' } })
    expect(desk.view().ownIds).toEqual(['tote-60x40'])
    expect(JSON.stringify(await bookNow())).toContain('X {title}')
    await desk.testPrint()
    const [intent] = await warehouse.db.documents('printIntents').toArray()
    expect(intent).toMatchObject({ kind: 'testLabel', no: 'tote-60x40', state: 'queued' })
    await desk.restore()
    expect(desk.view()).toMatchObject({ ownIds: [], told: { code: 'TPL-011' } })
    expect(await bookNow()).toEqual(shippedTemplates)
  })

  it('says which part is wrong, and a faulty template is not kept', async () => {
    await desk.choose('tote-60x40')
    await desk.change({ text: '{phone}' })
    expect(desk.view().faults).toEqual([
      { code: 'TPL-003', params: { field: 'phone', at: 'nodes[0].text', part: '{phone}' } },
    ])
    await desk.save()
    expect(desk.view().told?.code).toBe('TPL-013')
    expect(await bookNow()).toEqual(shippedTemplates)
  })

  it('puts parts in and takes them out', async () => {
    await desk.choose('tote-60x40')
    const count = desk.view().draft?.nodes.length ?? 0
    const line = { kind: 'rule', xMm: 1, yMm: 1, widthMm: 9, heightMm: 0, strokeDots: 2 } as const
    await desk.addNode(line)
    expect(desk.view()).toMatchObject({ nodeIndex: count })
    expect(desk.view().draft?.nodes.at(-1)).toEqual(line)
    await desk.takeOutNode()
    expect(desk.view().draft?.nodes).toHaveLength(count)
  })

  it('reads a template file, and refuses a bad one with the code and the place', async () => {
    await desk.load('{"version":3}')
    expect(desk.view()).toMatchObject({ draft: null, told: { code: 'TPL-002' } })
    await desk.load(JSON.stringify({ ...shippedTemplates[0], widthMm: 'x' }))
    expect(desk.view().told).toEqual({ code: 'TPL-001', params: { at: 'widthMm' } })
    await desk.load(
      JSON.stringify({ ...shippedTemplates[0], id: 'goods-70x50', widthMm: 70, heightMm: 50 }),
    )
    await desk.save()
    expect((await bookNow()).at(-1)?.id).toBe('goods-70x50')
  })
})
