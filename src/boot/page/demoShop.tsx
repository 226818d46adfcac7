import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { runCommand } from '@/app/runCommand.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { badgeCodeOf } from '@/domain/barcode/commandCode.ts'
import type { Operator } from '@/domain/record/person.ts'
import { DemoPanel } from '@/ui/demo/DemoPanel.tsx'
import type { DemoPorts } from '@/ui/demo/demoPorts.ts'
import { type ImportPorts, createImportDesk } from '@/ui/screens/dataImport/importDesk.ts'
import type { Desk } from '@/ui/workflow/createDesk.ts'
import { FIRST_OPERATOR, type Warehouse } from './openWarehouse.ts'
import type { StartedScreens } from './stationScreens.tsx'

const SESSION = 'demoShop'

/** Everybody may know these badges: they open a shop that does not exist. */
const PACKER_SECRET = 'DEM0PACKER0000000000000001'
const SUPERVISOR_SECRET = 'DEM0CHECKER000000000000002'

/** Fills an empty station with the demo shop: its files by the import that shops use, and two operators.
 *  Done once for a data folder; after a crash it goes on where it was. */
export async function fillDemoShop(
  { ctx }: Warehouse,
  client: StationClient,
  imports: ImportPorts,
  { t, tell }: { readonly t: TFunction; readonly tell: (words: string) => void },
): Promise<void> {
  if (await ctx.sessions.load(SESSION)) return
  tell(t('demo.loading', { done: 0, total: '…' }))
  const answer = await client.request('demo.files', {})
  if (!answer.ok) throw new Error(`demo files: ${answer.code}`)
  const rows = demoOperators(t).map((row) => ({ table: 'operators' as const, row }))
  await runCommand(ctx, ctx.newId(), 'dataImport.importRows', { rows })
  const desk = createImportDesk(imports)
  await desk.add(answer.result.files)
  const total = answer.result.files.length
  const stop = desk.subscribe(() =>
    tell(t('demo.loading', { done: desk.view().results.length, total })),
  )
  await desk.commit()
  stop()
  await ctx.sessions.save({
    workflowId: SESSION,
    state: { kind: 'filled' },
    inFlight: null,
    step: { kind: 'none' },
  })
}

function demoOperators(t: TFunction): Operator[] {
  return [
    {
      id: FIRST_OPERATOR,
      name: t('demo.packerName'),
      badge: badgeCodeOf(PACKER_SECRET),
      roles: ['clerk', 'packer', 'counter'],
    },
    {
      id: 'op2',
      name: t('demo.supervisorName'),
      badge: badgeCodeOf(SUPERVISOR_SECRET),
      roles: ['supervisor', 'administrator'],
    },
  ]
}

/** The panel with virtual scanner, printer and scale. */
export function drawDemoPanel(
  desk: Desk,
  client: StationClient,
  { runners }: StartedScreens,
): ReactNode {
  const ports: DemoPorts = {
    readLabels: () => readLabels(client),
    onLabel: (heard) => client.on('printJob', heard),
    load: (weightG) => void client.request('scale.load', { weightG }),
    workflowOf: (screen) => (screen === null ? '' : (runners.get(screen)?.workflowId ?? '')),
  }
  return <DemoPanel desk={desk} ports={ports} />
}

async function readLabels(client: StationClient): ReturnType<DemoPorts['readLabels']> {
  const status = await client.request('print.status', {})
  const [printer] = status.ok ? status.result.printers : []
  if (!printer) return []
  const { printerId } = printer
  const tray = await client.request('print.virtualLabels', { printerId })
  return tray.ok ? tray.result.labels : []
}
