import { useTranslation } from 'react-i18next'
import type { PutawayLoad } from '@/workflow/putaway/putawayWorkflow.ts'
import { Chip } from '../../kit/Chip.tsx'
import './putaway.css'

/** What the person carries: name, how many of how many, lot; and the other bins that would do, which a
 *  refusal covers below. */
export function LoadInHand({ load }: { load: PutawayLoad }) {
  const { t } = useTranslation()
  const others = load.suggestions.slice(1)
  const lot = load.lines.length === 1 ? load.lines[0]?.lot : ''
  return (
    <div className="load-in-hand">
      <strong className="now-figure">×{load.qty}</strong>
      <strong className="now-item">{load.name}</strong>
      <span className="code now-spec">{load.code}</span>
      <span className="load-marks">
        {load.qty < load.stagedQty && (
          <Chip alert>{t('putaway.staysBehind', { qty: load.stagedQty - load.qty })}</Chip>
        )}
        {lot && (
          <Chip>
            {t('term.lot')} <span className="code">{lot}</span>
          </Chip>
        )}
      </span>
      {others.length > 0 && (
        <span className="other-bins">
          {t('putaway.orBins')}
          {others.map(({ binId, code }) => (
            <span key={binId} className="code">
              {code}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}
