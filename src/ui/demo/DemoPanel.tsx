import './demo.css'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { NO_DEMO_WORK, readDemoWork } from '@/store/queries/demo/readDemoWork.ts'
import type { Desk } from '../workflow/createDesk.ts'
import { useLive } from '../workflow/useLive.ts'
import { OfflineSwitch } from './OfflineSwitch.tsx'
import { ScanTrace } from './ScanTrace.tsx'
import { VirtualScale } from './VirtualScale.tsx'
import { VirtualPrinter } from './VirtualPrinter.tsx'
import { NextScan, OtherScans } from './VirtualScanner.tsx'
import type { DemoPorts } from './demoPorts.ts'
import { useAsked } from './useAsked.ts'

export interface DemoPanelProps {
  readonly desk: Pick<Desk, 'view' | 'subscribe'>
  readonly ports: DemoPorts
}

/** Scanner, printer and scale on the screen, beside the station: for people who try it without any. */
export function DemoPanel(props: DemoPanelProps) {
  return (
    <DemoFrame>
      <DemoParts {...props} />
    </DemoFrame>
  )
}

/** The panel's place, open or put away. */
export function DemoFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(true)
  const toggle = (
    <button
      type="button"
      className="demo-toggle"
      aria-expanded={isOpen}
      data-testid="demo-toggle"
      onClick={() => setOpen(!isOpen)}
    >
      {t(isOpen ? 'demo.hide' : 'demo.show')}
    </button>
  )
  return (
    <aside className="demo" data-testid="demo" data-open={isOpen} aria-label={t('demo.title')}>
      <header className="demo-head">
        {isOpen && <h1>{t('demo.title')}</h1>}
        {toggle}
      </header>
      {isOpen && <div className="demo-parts">{children}</div>}
    </aside>
  )
}

function DemoParts({ desk, ports }: DemoPanelProps) {
  const shown = useSyncExternalStore(desk.subscribe, desk.view)
  const asked = useAsked()
  const { answers, screen } = shown
  const read = useLive(
    async (data) => ({ work: await readDemoWork(data), answers }),
    { work: NO_DEMO_WORK, answers: -1 },
    [answers],
  )
  const { work } = read
  return (
    <>
      <NextScan {...{ asked, work }} isLate={read.answers !== answers} />
      <VirtualPrinter ports={ports} />
      <OtherScans {...{ asked, work }} />
      <VirtualScale ports={ports} />
      <ScanTrace shown={shown} asked={asked} workflowId={ports.workflowOf(screen)} />
      <OfflineSwitch answers={answers} />
    </>
  )
}
