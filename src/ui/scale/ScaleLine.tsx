import { useTranslation } from 'react-i18next'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'
import { Chip } from '../kit/Chip.tsx'
import { gramsText } from './gramsText.ts'
import './scale.css'

/** Live grams of the scale, and whether they count: the words say it without colour. */
export function ScaleLine({ scale }: { readonly scale: ScaleView }) {
  const { t, i18n } = useTranslation()
  const { words, isFault, weightG } = scaleState(scale)
  return (
    <p className="scale-line" data-testid="scale" data-grams={weightG ?? ''} data-state={words}>
      <span>{t('pack.scale.live')}</span>
      <strong className="scale-grams">
        {weightG === null
          ? '–'
          : t('pack.scale.grams', { weight: gramsText(i18n.language, weightG) })}
      </strong>
      <Chip alert={isFault}>{t(`pack.scale.${words}`)}</Chip>
      {scale.tareG > 0 && (
        <Chip>{t('pack.scale.tare', { weight: gramsText(i18n.language, scale.tareG) })}</Chip>
      )}
    </p>
  )
}

/** What is said of the scale, whether a person must act, and its grams where it shows any. */
export function scaleState({ state, reading }: ScaleView) {
  if (state === 'silent' || !reading)
    return { words: 'silent', isFault: true, weightG: null } as const
  if (reading.kind !== 'load') return { words: reading.kind, isFault: true, weightG: null } as const
  const { weightG, isStable } = reading
  if (weightG < 0) return { words: 'negative', isFault: true, weightG } as const
  return { words: isStable ? 'stable' : 'moving', isFault: false, weightG } as const
}
