import { useTranslation } from 'react-i18next'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { Chip } from '../../kit/Chip.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import type { HostJob } from '../../print/matchPrints.ts'
import { noticeWords } from '../../words/noticeWords.ts'
import { standOf } from './printsNow.ts'
import './prints.css'

export interface PrintListProps {
  readonly rows: readonly PrintIntent[]
  readonly jobs: ReadonlyMap<string, HostJob>
}

/** The prints of this station, numbered: what needs a person stands on top. */
export function PrintList({ rows, jobs }: PrintListProps) {
  const { t } = useTranslation()
  if (rows.length === 0) return <EmptyState why={t('prints.empty')} />
  return (
    <ol className="prints-list">
      {rows.map((print) => (
        <PrintRow key={print.id} print={print} job={jobs.get(print.id)} />
      ))}
    </ol>
  )
}

function PrintRow({ print, job }: { print: PrintIntent; job: HostJob | undefined }) {
  const { t, i18n } = useTranslation()
  const { kind, no, revision, state, why, atMs } = print
  const stand = standOf(print, job)
  const needsPerson = state === 'unknown' || state === 'refused'
  const at = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(atMs)
  return (
    <li data-print={no} data-stand={stand}>
      <span className="prints-line">
        <strong className="code">{no}</strong>
        <span>{t(`prints.kind.${kind}`)}</span>
        <Chip alert={needsPerson}>{t(`prints.state.${stand}`)}</Chip>
        {revision > 1 && <span>{t('prints.again', { no: revision - 1 })}</span>}
        <span className="prints-at">{at}</span>
      </span>
      {needsPerson && why && <span className="prints-reason">{noticeWords(t, why)}</span>}
    </li>
  )
}
