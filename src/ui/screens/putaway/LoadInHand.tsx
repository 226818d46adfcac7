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
      <strong className="now-figure">×{load.qty}</strong>
      <strong className="now-item">{load.name}</strong>
      <span className="code now-spec">{load.code}</span>
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
