import { NO_DEMO_TRACE } from '@/store/queries/demo/readDemoTrace.ts'
import { type DemoWork, NO_DEMO_WORK } from '@/store/queries/demo/readDemoWork.ts'
import type { Sample } from '../gallery/sample.ts'
import { shownAs } from '../gallery/sampleNotices.ts'
import { sampleItem } from '../gallery/sampleItems.ts'
import { HomeMenu } from '../shell/HomeMenu.tsx'
import { DemoFrame } from './DemoPanel.tsx'
import { OfflineSwitch } from './OfflineSwitch.tsx'
import { TraceRows } from './ScanTrace.tsx'
import { VirtualPrinter } from './VirtualPrinter.tsx'
import { DemoScale } from './VirtualScale.tsx'
import { NextScan, OtherScans } from './VirtualScanner.tsx'
import type { DemoPorts } from './demoPorts.ts'

const ignore = () => undefined
const shown = shownAs({ level: 'accepted', code: 'SCAN-012' }, 'T-0001')
const asked = { station: 'home', state: 'menu', code: '' }

const work: DemoWork = {
  ...NO_DEMO_WORK,
  toPickCount: 40,
  freeTotes: ['T-0002', 'T-0003'],
  skus: [sampleItem(0).skuId, sampleItem(4).skuId],
  operators: [{ name: '李敏', badge: 'ZQB1' }],
}

const ports: DemoPorts = {
  readLabels: () => Promise.resolve([]),
  onLabel: () => ignore,
  load: ignore,
  workflowOf: () => 'picking',
}

const trace = {
  ...NO_DEMO_TRACE,
  from: 'scanTote',
  command: 'picking.confirmPick',
  movements: ['BK000257 ×2 A-03-2-05 → T-0001'],
  outboxLength: 12,
}

/** The panel of people who have no scanner, beside a screen. */
export const demoSamples: readonly Sample[] = [
  {
    id: 'demo/open',
    render: () => (
      <>
        <HomeMenu shown={shown} onSettings={ignore} onHelp={ignore} />
        <DemoFrame>
          <NextScan asked={asked} work={work} isLate={false} />
          <VirtualPrinter ports={ports} />
          <OtherScans asked={asked} work={work} />
          <DemoScale weightG={1250} hasExtra={false} onExtra={ignore} />
          <TraceRows shown={shown} asked={{ ...asked, state: 'scanItem' }} trace={trace} isNew />
          <OfflineSwitch answers={12} />
        </DemoFrame>
      </>
    ),
  },
]
