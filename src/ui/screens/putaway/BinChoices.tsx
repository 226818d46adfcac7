import { useTranslation } from 'react-i18next'
import type { BinSuggestion } from '@/domain/putaway/suggestBins.ts'
import type { PutawayState } from '@/workflow/putaway/putawayWorkflow.ts'
import { Card } from '../../kit/Card.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'

type Loaded = Exclude<PutawayState, { kind: 'scanItem' }>

/** The suggested bin and the others that would do. */
export function BinChoices({ state }: { state: Loaded }) {
  const { t } = useTranslation()
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
