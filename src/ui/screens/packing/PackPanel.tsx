import { useTranslation } from 'react-i18next'
import { reprintReasons } from '@/domain/printing/reprint.ts'
import { weightReasons } from '@/domain/packing/weighCheck.ts'
import { twinSpecs } from '@/domain/record/specText.ts'
import type { PhotosView } from '@/store/queries/evidence/readPhotos.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import type { PackLine, PackPlan } from '@/workflow/packing/packPlan.ts'
import { Card } from '../../kit/Card.tsx'
import { NumberedReasons } from '../../workflow/NumberedReasons.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { FlagMark } from '../../kit/FlagMark.tsx'
import { PhotoStrip } from '../../photo/PhotoStrip.tsx'
import { SpecText } from '../../kit/SpecText.tsx'
import { shopName } from '../../words/shopName.ts'
import './packing.css'

export type PackingOrderState = Exclude<PackingState, { kind: 'scanTote' }>

interface PackPanelProps {
  readonly state: PackingOrderState
  /** Of the parcel in work. */
  readonly photos: PhotosView
}

/** The order on the table: its flag and notes, its tiles, its parcels. */
export function PackPanel({ state, photos }: PackPanelProps) {
  const { plan } = state
  return (
    <div className="pack-panel">
      {state.kind === 'reprintReason' && <ReasonList />}
      {state.kind === 'weighing' && <WeightReasonList />}
      <div className="pack-head">
        <OrderHead plan={plan} />
        <PhotoStrip photos={photos} />
      </div>
      <ul className="pack-tiles">
        {plan.lines.map((line) => (
          <Tile key={line.orderLine} line={line} twins={twinSpecs(line, plan.lines)} />
        ))}
      </ul>
    </div>
  )
}

function OrderHead({ plan }: { readonly plan: PackPlan }) {
  const { t } = useTranslation()
  const { orderNo, shop, flag, buyerNote, shopNote, toteCodes } = plan
  return (
    <Card>
      <p className="pack-facts">
        <strong>
          {t('term.order')} <span className="code">{orderNo}</span>
        </strong>
        <Chip>{shopName(t, shop)}</Chip>
        {toteCodes.map((code) => (
          <Chip key={code}>
            {t('term.tote')} <span className="code">{code}</span>
          </Chip>
        ))}
        {flag !== '' && (
          <Chip alert>
            <FlagMark flag={flag} />
          </Chip>
        )}
      </p>
      {(shopNote !== '' || buyerNote !== '') && (
        <p className="pack-note">
          {shopNote !== '' && <span>{t('pack.shopNote', { text: shopNote })}</span>}
          {buyerNote !== '' && <span>{t('pack.buyerNote', { text: buyerNote })}</span>}
        </p>
      )}
      <ParcelList plan={plan} />
    </Card>
  )
}

/** Greys out when all its pieces are in; the sign tells it without colour. */
function Tile({ line, twins }: { readonly line: PackLine; readonly twins: readonly string[] }) {
  const isFull = line.packedQty >= line.qty
  return (
    <li className={isFull ? 'pack-tile pack-tile-full' : 'pack-tile'}>
      <span className="pack-count">
        {isFull ? '✓ ' : ''}
        {line.packedQty} / {line.qty}
      </span>
      <strong>{line.name}</strong>
      <span>
        <SpecText spec={line.spec} twins={twins} /> <span className="code">{line.skuId}</span>
      </span>
    </li>
  )
}

function ParcelList({ plan }: { readonly plan: PackPlan }) {
  const { t } = useTranslation()
  const live = plan.parcels.filter((parcel) => parcel.state !== 'void')
  if (live.length === 0) return null
  return (
    <ul className="pack-parcels">
      {live.map((parcel) => (
        <li key={parcel.id}>
          {t('term.parcel')} {parcel.no} · {t(`pack.parcel.${parcel.state}`)}{' '}
          <span className="code">{parcel.waybillNo}</span>
        </li>
      ))}
    </ul>
  )
}

function ReasonList() {
  const { t } = useTranslation()
  return (
    <Card title={t('pack.reason')}>
      <NumberedReasons reasons={reprintReasons.map((reason) => t(`pack.reprint.${reason}`))} />
    </Card>
  )
}

function WeightReasonList() {
  const { t } = useTranslation()
  return (
    <Card title={t('pack.weightReasons')}>
      <NumberedReasons reasons={weightReasons.map((reason) => t(`pack.weightReason.${reason}`))} />
    </Card>
  )
}
