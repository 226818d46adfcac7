import { useTranslation } from 'react-i18next'
import type { BinSuggestion } from '@/domain/putaway/suggestBins.ts'
import { type PutawayState, otherReasons } from '@/workflow/putaway/putawayWorkflow.ts'
import { Card } from '../../kit/Card.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'

type Loaded = Exclude<PutawayState, { kind: 'scanItem' }>

/** Other bins that would do, or the reasons for the bin that was scanned instead. */
export function BinChoices({ state }: { state: Loaded }) {
  const { t } = useTranslation()
  if (state.kind === 'confirmBin') return <Reasons />
  const [first, ...others] = state.load.suggestions
  if (!first) return <EmptyState why={t('putaway.noBinFits')} next={t('putaway.chooseBin')} />
  return (
    <div className="bin-choices">
      <BinCard title={t('term.suggestedBin')} bin={first} />
      {others.map((bin) => (
        <BinCard key={bin.binId} title={t('putaway.alternative')} bin={bin} />
      ))}
    </div>
  )
}

function BinCard({ title, bin }: { title: string; bin: BinSuggestion }) {
  const { t } = useTranslation()
  return (
    <Card title={title}>
      <strong className="code bin-code">{bin.code}</strong>
      <span>{t('putaway.takes', { qty: bin.qty })}</span>
      {bin.holdsSku && <span>{t('putaway.holdsSku')}</span>}
    </Card>
  )
}

function Reasons() {
  const { t } = useTranslation()
  return (
    <Card title={t('putaway.whyOther')}>
      <ol className="grid gap-2">
        {otherReasons.map((reason, i) => (
          <li key={reason} className="flex items-baseline gap-3">
            <strong className="code">{i + 1}</strong>
            <span>{t(`putaway.reason.${reason}`)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
