import { useTranslation } from 'react-i18next'
import { reprintReasons } from '@/domain/printing/reprint.ts'
import type { PrintIntent, PrintIntentState } from '@/domain/record/outbound.ts'
import { Card } from '../../kit/Card.tsx'
import { PngPicture } from '../../kit/PngPicture.tsx'
import { NumberedReasons } from '../../workflow/NumberedReasons.tsx'
import { noticeWords } from '../../words/noticeWords.ts'
import { reprintWords } from './reprintWords.ts'
import './prints.css'

export interface PrintDetailProps {
  readonly print: PrintIntent
  /** The bitmap that is or would be on paper; null where there is none. */
  readonly png: Uint8Array | null
  readonly asksReason: boolean
}

/** One print: what it is, why it stands where it does, and its picture, dot for dot. */
export function PrintDetail({ print, png, asksReason }: PrintDetailProps) {
  const { t } = useTranslation()
  const { kind, no, state, why } = print
  const again = reprintWords(t, print)
  return (
    <div className="prints-detail">
      {asksReason && (
        <Card title={t('pack.reason')}>
          <NumberedReasons reasons={reprintReasons.map((each) => t(`pack.reprint.${each}`))} />
        </Card>
      )}
      <Card title={`${t(`prints.kind.${kind}`)} ${no}`}>
        {why && <p className="prints-why">{noticeWords(t, why)}</p>}
        {isHinted(state) && <p>{t(`prints.hint.${state}`)}</p>}
        {again !== '' && <p>{again}</p>}
        {png ? (
          <PngPicture png={png} alt={t('prints.picture', { no })} no={no} />
        ) : (
          <p>{t('prints.noPicture')}</p>
        )}
      </Card>
    </div>
  )
}

/** What the commands do with a print that stands like this. */
const isHinted = (state: PrintIntentState): state is (typeof hinted)[number] =>
  hinted.some((each) => each === state)

const hinted = ['queued', 'accepted', 'refused', 'stray'] as const
