import { useTranslation } from 'react-i18next'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import type { PictureView } from '@/store/queries/evidence/readPicture.ts'
import type { PackingState, WeightDiff } from '@/workflow/packing/packingState.ts'
import { twinSpecs } from '@/domain/record/specText.ts'
import { nextLine } from '@/workflow/packing/packPlan.ts'
import { ItemPicture } from '../../photo/ItemPicture.tsx'
import { SpecText } from '../../kit/SpecText.tsx'
import { gramsText } from '../../scale/gramsText.ts'
import { scaleState } from '../../scale/ScaleLine.tsx'
import { packProgress } from './packNow.ts'
import './packing.css'

interface PackNowDetailProps {
  readonly state: PackingState
  /** Of the item that is likely next; null = it has none. */
  readonly picture: PictureView | null
  readonly scale: ScaleView | null
}

/** Beside the thing to do: pieces still missing and the item that is likely next, or the weights. */
export function PackNowDetail({ state, scale, picture }: PackNowDetailProps) {
  if (state.kind === 'weighing') return <WeightDetail diff={state.diff} scale={scale} />
  return state.kind === 'scanItem' ? <ItemDetail state={state} picture={picture} /> : null
}

interface ItemDetailProps {
  readonly state: Extract<PackingState, { kind: 'scanItem' }>
  readonly picture: PictureView | null
}

function ItemDetail({ state, picture }: ItemDetailProps) {
  const { t } = useTranslation()
  const progress = packProgress(state)
  const line = nextLine(state.plan)
  if (progress === undefined) return null
  const words = (
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
  if (!line || !picture) return words
  return (
    <div className="with-picture">
      {words}
      <ItemPicture picture={picture} name={line.name} />
    </div>
  )
}

interface WeightDetailProps {
  readonly diff: WeightDiff | null
  readonly scale: ScaleView | null
}

/** The weight that stopped the parcel beside the expected one; before that what lies on the scale now. */
function WeightDetail({ diff, scale }: WeightDetailProps) {
  const { t, i18n } = useTranslation()
  const grams = (weightG: number) => ({ weight: gramsText(i18n.language, weightG) })
  const live = scale && scaleState(scale)
  if (!diff && !live) return null
  return (
    <div className="pack-now">
      <strong className="now-figure">
        {t('pack.scale.grams', diff ? grams(diff.weightG) : grams(live?.weightG ?? 0))}
      </strong>
      {!diff && live && <span className="now-spec">{t(`pack.scale.${live.words}`)}</span>}
      {diff && (
        <strong className="now-item">{t('pack.scale.expected', grams(diff.expectedG))}</strong>
      )}
      {diff && (
        <span className="now-spec">{t('pack.scale.tolerance', grams(diff.toleranceG))}</span>
      )}
    </div>
  )
}
