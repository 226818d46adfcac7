import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DemoTrace, NO_DEMO_TRACE, readDemoTrace } from '@/store/queries/demo/readDemoTrace.ts'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { useLive } from '../workflow/useLive.ts'
import type { Asked } from './useAsked.ts'

export interface ScanTraceProps {
  readonly shown: ShownNotice
  readonly asked: Asked
  readonly workflowId: string
}

/** The way of the last scan, kept current. */
export function ScanTrace({ shown, asked, workflowId }: ScanTraceProps) {
  return <TraceRows {...{ shown, asked }} {...useTrace(shown.answers, workflowId)} />
}

export interface TraceRowsProps extends Omit<ScanTraceProps, 'workflowId'> {
  readonly trace: DemoTrace
  /** The last scan made this step. */
  readonly isNew: boolean
}

/** The way of a scan: scan, state, command, movements, outbox. */
export function TraceRows({ shown, asked, trace, isNew }: TraceRowsProps) {
  const { t } = useTranslation()
  const { from, command, movements, outboxLength } = trace
  const rows: [string, string][] = [
    [t('demo.trace.scan'), shown.raw],
    [t('demo.trace.state'), isNew ? `${from} → ${asked.state}` : asked.state],
    [t('demo.trace.command'), (isNew && command) || '–'],
    [t('demo.trace.movements'), (isNew && movements.join('\n')) || '–'],
    [t('demo.trace.outbox'), String(outboxLength)],
  ]
  return (
    <section className="demo-part">
      <h2>{t('demo.trace.title')}</h2>
      <dl className="demo-trace" data-testid="demo-trace">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface Heard {
  readonly answers: number
  readonly workflowId: string
  readonly step: number
  readonly isNew: boolean
}

/** The last step of the open machine, and whether the last scan made it. */
function useTrace(answers: number, workflowId: string): { trace: DemoTrace; isNew: boolean } {
  const read = useLive(
    async (data) => ({ ...(await readDemoTrace(data, workflowId)), answers, workflowId }),
    { ...NO_DEMO_TRACE, answers: 0, workflowId: '' },
    [workflowId, answers],
  )
  const [heard, setHeard] = useState<Heard>({ answers: 0, workflowId: '', step: 0, isNew: false })
  if (read.answers !== heard.answers || read.workflowId !== heard.workflowId) {
    const isNew = read.workflowId === heard.workflowId && read.step > heard.step
    setHeard({ answers: read.answers, workflowId: read.workflowId, step: read.step, isNew })
  }
  return { trace: read, isNew: heard.isNew }
}
