import { useTranslation } from 'react-i18next'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import { twinSpecs } from '@/domain/record/specText.ts'
import { nextLine } from '@/workflow/packing/packPlan.ts'
import { SpecText } from '../../kit/SpecText.tsx'
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
      <strong className="now-figure">
        {t('pack.left', { count: progress.total - progress.done })}
      </strong>
      {line && <strong className="now-item">{line.name}</strong>}
      {line && (
        <span className="now-spec">
          <SpecText spec={line.spec} twins={twinSpecs(line, state.plan.lines)} />{' '}
          <span className="code">{line.skuId}</span>
        </span>
      )}
    </div>
  )
}
