import type { ComponentType } from 'react'
import { assert } from '@/kernel/assert.ts'
import type { ScreenId } from '@/domain/barcode/commandCode.ts'
import { ImportScreen } from '@/ui/screens/dataImport/ImportScreen.tsx'
import type { ImportDesk } from '@/ui/screens/dataImport/importDesk.ts'
import { OrdersScreen } from '@/ui/screens/allocation/OrdersScreen.tsx'
import { createOrdersJob } from '@/ui/screens/allocation/ordersJob.ts'
import { DevicesScreen } from '@/ui/screens/devices/DevicesScreen.tsx'
import type { DevicesDesk } from '@/ui/screens/devices/devicesDesk.ts'
import { PackScreen } from '@/ui/screens/packing/PackScreen.tsx'
import { createPackingJob } from '@/ui/screens/packing/packingJob.ts'
import { PickingScreen } from '@/ui/screens/picking/PickingScreen.tsx'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { PrintsScreen } from '@/ui/screens/printing/PrintsScreen.tsx'
import { createPrintsJob } from '@/ui/screens/printing/printsJob.ts'
import { PutawayScreen } from '@/ui/screens/putaway/PutawayScreen.tsx'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { ReceivingScreen } from '@/ui/screens/receiving/ReceivingScreen.tsx'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { ShipScreen } from '@/ui/screens/shipping/ShipScreen.tsx'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import { StockScreen } from '@/ui/screens/stock/StockScreen.tsx'
import { createStockJob } from '@/ui/screens/stock/stockJob.ts'
import { TemplateScreen } from '@/ui/screens/printing/TemplateScreen.tsx'
import type { TemplateDesk } from '@/ui/screens/printing/templateDesk.ts'
import { receiptPrinter } from '@/ui/print/choosePrinter.ts'
import type { StationPrinter, StationPrinters } from '@/ui/print/stationPrinters.ts'
import type { FramedProps, Screens } from '@/ui/shell/App.tsx'
import { STATION_SCREENS, type StationScreen } from '@/ui/shell/homeVerbs.ts'
import { createRunner } from '@/ui/workflow/createRunner.ts'
import type { StationScale } from '@/device/scale/stationScale.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { Runner, RunnerContext } from '@/ui/workflow/runner.ts'
import type { Job } from '@/ui/workflow/job.ts'
import { createRowNumbers, type RowNumbers } from '@/ui/workflow/rowNumbers.ts'
import { type ScreenProps, useWorkflow } from '@/ui/workflow/useWorkflow.ts'
import type { Warehouse } from './openWarehouse.ts'

/** One screen with a job: where it is reached, its machine, its drawing. */
interface Station {
  readonly id: StationScreen
  start(ctx: RunnerContext): {
    readonly runner: Runner
    readonly Screen: ComponentType<FramedProps>
  }
}

function station<State extends { readonly kind: string }, Event extends { readonly kind: string }>(
  id: StationScreen,
  job: Job<State, Event>,
  Drawn: ComponentType<ScreenProps<State>>,
): Station {
  return {
    id,
    start(ctx) {
      const runner = createRunner(ctx, job)
      const Screen = (props: FramedProps) => <Drawn view={useWorkflow(runner)} {...props} />
      return { runner, Screen }
    },
  }
}

/** A screen with a list whose rows have numbers: screen and job share them. */
function numberedStation<
  State extends { readonly kind: string },
  Event extends { readonly kind: string },
>(
  id: StationScreen,
  jobOf: (numbers: RowNumbers) => Job<State, Event>,
  Drawn: ComponentType<ScreenProps<State> & { readonly numbers: RowNumbers }>,
): Station {
  const numbers = createRowNumbers()
  return station(id, jobOf(numbers), (props) => <Drawn {...props} numbers={numbers} />)
}

/** Every screen of the station that works by scans. One line adds one. */
const stationsOf = (
  data: StationData,
  scale: StationScale,
  printers: () => readonly StationPrinter[],
): readonly Station[] => [
  station('receive', receivingJob, ReceivingScreen),
  station('putaway', putawayJob, PutawayScreen),
  numberedStation('orders', createOrdersJob, OrdersScreen),
  station('pick', pickingJob, PickingScreen),
  station(
    'pack',
    createPackingJob(scale, () => receiptPrinter(printers()) !== null),
    PackScreen,
  ),
  station('ship', shippingJob, ShipScreen),
  station('stock', createStockJob({ data, printers }), StockScreen),
  numberedStation('prints', (numbers) => createPrintsJob(data, numbers), PrintsScreen),
]

export interface StartedScreens {
  readonly runners: ReadonlyMap<ScreenId, Runner>
  readonly screens: Screens
}

/** Starts all jobs where they were left, and the screens that draw them. */
export async function startScreens(
  { ctx, db }: Pick<Warehouse, 'ctx' | 'db'>,
  {
    imports,
    devices,
    templates,
    scale,
    printers,
  }: {
    readonly imports: ImportDesk
    readonly devices: DevicesDesk
    readonly templates: TemplateDesk
    readonly scale: StationScale
    readonly printers: StationPrinters
  },
): Promise<StartedScreens> {
  const runners = new Map<ScreenId, Runner>([['devices', devices]])
  const screens: Partial<Record<StationScreen, ComponentType<FramedProps>>> = {
    import: (props: FramedProps) => <ImportScreen desk={imports} {...props} />,
    devices: (props: FramedProps) => <DevicesScreen desk={devices} {...props} />,
    templates: (props: FramedProps) => <TemplateScreen desk={templates} {...props} />,
  }
  const known = () => printers.getState().printers ?? []
  for (const { id, start } of stationsOf(db, scale, known)) {
    const { runner, Screen } = start(ctx)
    await runner.resume()
    runners.set(id, runner)
    screens[id] = Screen
  }
  for (const id of STATION_SCREENS) assert(screens[id] !== undefined, `no screen ${id}`)
  return { runners, screens }
}
