import { useTranslation } from 'react-i18next'
import type { PutawayLoad } from '@/workflow/putaway/putawayWorkflow.ts'
import { Chip } from '../../kit/Chip.tsx'
import './putaway.css'

/** What the person carries: name, how many of how many, lot. */
export function LoadInHand({ load }: { load: PutawayLoad }) {
  const { t } = useTranslation()
  const lot = load.lines.length === 1 ? load.lines[0]?.lot : ''
  return (
    <div className="load-in-hand">
      <strong>{load.name}</strong>
      <span className="code">{load.code}</span>
      <span className="load-figures">×{load.qty}</span>
      {load.qty < load.stagedQty && (
        <Chip alert>{t('putaway.staysBehind', { qty: load.stagedQty - load.qty })}</Chip>
      )}
      {lot && (
        <Chip>
          {t('term.lot')} <span className="code">{lot}</span>
        </Chip>
      )}
    </div>
  )
}
