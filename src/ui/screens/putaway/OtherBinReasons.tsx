import { useTranslation } from 'react-i18next'
import { otherReasons } from '@/workflow/putaway/putawayWorkflow.ts'

/** Why another bin was scanned than the suggested one: stands beside the question, which covers the
 *  context below. */
export function OtherBinReasons() {
  const { t } = useTranslation()
  return (
    <div className="load-in-hand">
      <strong>{t('putaway.whyOther')}</strong>
      <ol>
        {otherReasons.map((reason, i) => (
          <li key={reason} className="flex items-baseline gap-3">
            <strong className="code">{i + 1}</strong>
            <span>{t(`putaway.reason.${reason}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
