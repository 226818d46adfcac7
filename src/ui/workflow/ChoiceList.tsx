import { useTranslation } from 'react-i18next'
import { specText } from '@/domain/record/specText.ts'
import { type ScanRecord, recordCode } from '@/app/resolveScan.ts'
import { Card } from '../kit/Card.tsx'

/** The records that one code stands for, each with the number that chooses it. */
export function ChoiceList({ choice }: { readonly choice: readonly ScanRecord[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('ui.chooseOne')}>
      <ol className="grid gap-2">
        {choice.map((record, i) => (
          <li key={`${record.kind}|${recordCode(record)}`} className="flex items-baseline gap-3">
            <strong className="code">{i + 1}</strong>
            <span className="code">{recordCode(record)}</span>
            <span>{nameOf(record)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function nameOf(record: ScanRecord): string {
  if (record.kind === 'purchaseOrder') return record.purchaseOrder.supplierName
  if (record.kind !== 'sku') return ''
  return [record.sku.name, specText(record.sku)].filter((part) => part !== '').join(' · ')
}
