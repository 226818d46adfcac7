import { useTranslation } from 'react-i18next'
import { troubledStates } from '@/store/queries/printing/readPrintTroubles.ts'
import { Chip } from '../../kit/Chip.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import type { HostJob } from '../../print/matchPrints.ts'
import type { PrintersView, StationPrinter } from '../../print/stationPrinters.ts'
import { momentText } from '../../words/momentText.ts'
import { noticeWords } from '../../words/noticeWords.ts'
import type { NumberedPrint } from './numberedPrints.ts'
import { standOf } from './printsNow.ts'
import { reprintWords } from './reprintWords.ts'
import './prints.css'

export interface PrintListProps {
  readonly rows: readonly NumberedPrint[]
  readonly jobs: ReadonlyMap<string, HostJob>
  readonly printers: PrintersView['printers']
}

/** The prints of this station, numbered: what needs a person stands on top. */
export function PrintList({ rows, jobs, printers }: PrintListProps) {
  const { t } = useTranslation()
  if (rows.length === 0) return <EmptyState why={t('prints.empty')} />
  return (
    <>
      <WaitingHead printers={printers ?? []} />
      <ol className="prints-list">
        {rows.map((print) => (
          <PrintRow key={print.id} print={print} job={jobs.get(print.id)} />
        ))}
      </ol>
    </>
  )
}

/** How many labels wait for each printer; nothing where none do. */
function WaitingHead({ printers }: { readonly printers: readonly StationPrinter[] }) {
  const { t } = useTranslation()
  const busy = printers.filter(({ waiting }) => waiting > 0)
  if (busy.length === 0) return null
  const each = busy.map(({ name, waiting }) =>
    t('prints.waitingFor', { printer: name, count: waiting }),
  )
  return (
    <p className="prints-waiting" data-testid="prints-waiting">
      {each.join(' · ')}
    </p>
  )
}

function PrintRow({ print, job }: { print: NumberedPrint; job: HostJob | undefined }) {
  const { t } = useTranslation()
  const { listNo, kind, no, state, why, atMs } = print
  const again = reprintWords(t, print)
  const stand = standOf(print, job)
  const needsPerson = troubledStates.some((each) => each === state)
  return (
    <li value={listNo} data-print={no} data-stand={stand}>
      <span className="prints-line">
        <strong className="code">{no}</strong>
        <span>{t(`prints.kind.${kind}`)}</span>
        <Chip alert={needsPerson}>{t(`prints.state.${stand}`)}</Chip>
        {again !== '' && <span>{again}</span>}
        <span className="prints-at">{momentText(atMs)}</span>
      </span>
      {needsPerson && why && <span className="prints-reason">{noticeWords(t, why)}</span>}
    </li>
  )
}
