import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { ColumnMapper } from './ColumnMapper.tsx'
import { FindingRow } from './FindingRow.tsx'
import {
  type DeskFile,
  type ImportDesk,
  decisionOf,
  isUnmapped,
  kindKey,
  openQuestions,
} from './importDesk.ts'

/** Findings of one file that are drawn; the rest is counted. */
const FINDINGS_SHOWN_MAX = 200

/** One file: what it is, how many rows go in, and every doubt at its row and column. */
export function FileCard({ desk, file }: { desk: ImportDesk; file: DeskFile }) {
  const { t } = useTranslation()
  const { table, reading } = file
  const { counts, findings } = reading
  const questions = openQuestions(reading)
  const offered = questions.filter((finding) => finding.offer !== undefined)
  return (
    <section className="card" data-file={table.name}>
      <h2 className="break-all">{table.name}</h2>
      <p>
        {t(kindKey(reading))} · {table.encoding ?? '–'} · {t('import.counts', { ...counts })}
      </p>
      <div className="import-actions">
        {offered.length > 0 && (
          <Button
            onClick={() =>
              void desk.decide(
                table.name,
                offered.map((one) => decisionOf(one, 'offer')),
              )
            }
          >
            {t('import.takeOffers', { count: offered.length })}
          </Button>
        )}
        <Button onClick={() => void desk.remove(table.name)}>{t('import.remove')}</Button>
      </div>
      {isUnmapped(file) && <ColumnMapper desk={desk} file={file} />}
      <ul className="findings">
        {findings.slice(0, FINDINGS_SHOWN_MAX).map((finding) => (
          <FindingRow
            key={`${finding.row}|${finding.column}|${finding.code}`}
            finding={finding}
            onDecide={(choice) => void desk.decide(table.name, [decisionOf(finding, choice)])}
          />
        ))}
      </ul>
      {findings.length > FINDINGS_SHOWN_MAX && (
        <p>{t('import.moreFindings', { count: findings.length - FINDINGS_SHOWN_MAX })}</p>
      )}
    </section>
  )
}
