import { useTranslation } from 'react-i18next'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import { nextLine } from '@/workflow/packing/packPlan.ts'
import { packProgress } from './packNow.ts'
import './packing.css'

/** Beside the thing to do: pieces still missing, and the item that is likely next. */
export function PackNowDetail({ state }: { readonly state: PackingState }) {
  const { t } = useTranslation()
  const progress = packProgress(state)
  if (state.kind !== 'scanItem' || progress === undefined) return null
  const line = nextLine(state.plan)
  return (
    <div className="pack-now">
      <strong className="pack-now-left">
        {t('pack.left', { count: progress.total - progress.done })}
      </strong>
      {line && <span className="pack-now-name">{line.name}</span>}
      {line && <span>{[line.spec, line.skuId].filter(Boolean).join(' · ')}</span>}
    </div>
  )
}
