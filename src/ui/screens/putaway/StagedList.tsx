import { useTranslation } from 'react-i18next'
import type { StagedView } from '@/store/queries/putaway/readStaged.ts'
import { EmptyWork } from '../../workflow/EmptyWork.tsx'

/** What waits in the staging bins. */
export function StagedList({ staged }: { staged: StagedView }) {
  const { t } = useTranslation()
  if (staged.rows.length === 0)
    return <EmptyWork why={t('putaway.noneWaits')} next={t('putaway.receiveFirst')} verb="GORCV" />
  return (
    <div className="staged-list">
      <ul>
        {staged.rows.map((row) => (
          <li key={row.key}>
            <span>
              <span className="code">{row.skuId}</span> {row.name} {row.spec}
            </span>
            <span className="code">{row.lot}</span>
            <span className="code">{row.place}</span>
            <strong>{row.qty}</strong>
          </li>
        ))}
      </ul>
      {staged.moreRows > 0 && <p>{t('putaway.more', { count: staged.moreRows })}</p>}
    </div>
  )
}
