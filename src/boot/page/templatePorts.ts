import { runCommand } from '@/app/runCommand.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { fillTemplate } from '@/document/templates/fillTemplate.ts'
import type { PrintWhy } from '@/domain/record/outbound.ts'
import { readTemplate } from '@/protocol/templateShape.ts'
import { readTemplateRows } from '@/store/queries/printing/readTemplateRows.ts'
import type { PrintedWords } from '@/ui/paper/readPaperWords.ts'
import { choosePrinter } from '@/ui/print/choosePrinter.ts'
import { sampleFields } from '@/ui/print/sampleFields.ts'
import type { TemplatePorts } from '@/ui/screens/printing/templateDesk.ts'
import type { Warehouse } from './openWarehouse.ts'

/** The template screen over this station: commands write, the host draws. */
export function templatePorts(
  { ctx, db }: Pick<Warehouse, 'ctx' | 'db'>,
  client: StationClient,
  words: PrintedWords,
): TemplatePorts {
  const told = (outcome: Awaited<ReturnType<typeof runCommand>>): PrintWhy | null =>
    outcome.kind === 'accepted' ? null : { code: 'TPL-013', params: {} }
  return {
    read: () => readTemplateRows(db),
    save: async (template) =>
      told(
        await runCommand(ctx, ctx.newId(), 'printing.saveTemplate', {
          file: JSON.stringify(template),
        }),
      ),
    restore: async (templateId) =>
      told(await runCommand(ctx, ctx.newId(), 'printing.restoreTemplate', { templateId })),
    async testPrint(no) {
      const prints = [{ kind: 'testLabel', no }] as const
      return told(await runCommand(ctx, ctx.newId(), 'stock.askPrints', { prints }))
    },
    async preview(template) {
      const status = await client.request('print.status', {})
      const printers = status.ok ? status.result.printers : []
      const { kind, widthMm, heightMm } = template
      const paper = { widthMm, heightMm }
      const wanted = { kind: kind === 'ownArea' ? ('waybill' as const) : kind, paper }
      const printer = choosePrinter(printers, wanted) ?? printers[0]
      if (!printer) return null
      const drawn = fillTemplate(template, sampleFields(kind, words), printer)
      const label = { ...drawn, nodes: [...drawn.nodes] }
      const { printerId } = printer
      const answer = await client.request('print.preview', { label, printerId })
      return answer.ok ? answer.result : null
    },
    readFile: readTemplate,
  }
}
