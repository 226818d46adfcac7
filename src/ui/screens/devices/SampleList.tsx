import { useTranslation } from 'react-i18next'
import { GS } from '@/device/scan/keyChar.ts'
import type { ScanSample } from '@/device/scan/scanSample.ts'
import { PRACTICE_CODES, type Unfit } from '@/device/scan/learnScanner.ts'
import { PracticeCode } from './PracticeCode.tsx'
import type { Sampling } from './devicesState.ts'
import { profileWords } from './profileWords.ts'

/** What the scanner sent so far, as it sent it, and what was learned from it. */
export function SampleList({ state }: { readonly state: Sampling }) {
  const { t } = useTranslation()
  return (
    <div className="samples">
      {state.kind === 'learned' && (
        <p className="samples-learned">{profileWords(t, state.profile)}</p>
      )}
      {state.kind === 'sample' && <Practice no={state.samples.length} />}
      <ol className="samples-list">
        {state.samples.map((sample, i) => (
          // Samples are only added and taken off at the end.
          <SampleRow key={i} sample={sample} />
        ))}
      </ol>
      {state.kind === 'sample' && state.unfit && <Compared unfit={state.unfit} />}
    </div>
  )
}

/** A code read right may be refused all the same: for its missing suffix, then there is nothing to compare. */
function Compared({ unfit }: { readonly unfit: Unfit }) {
  const { t } = useTranslation()
  const { expected, got } = unfit
  if (got === '' || got === expected) return null
  return <p className="samples-unfit">{t('devices.compare', { expected, got })}</p>
}

function Practice({ no }: { readonly no: number }) {
  const { t } = useTranslation()
  return (
    <>
      <PracticeCode text={PRACTICE_CODES[no] ?? ''} label={t('devices.practice', { no: no + 1 })} />
      <p>{t('devices.hint')}</p>
    </>
  )
}

function SampleRow({ sample }: { readonly sample: ScanSample }) {
  const { t } = useTranslation()
  const { text, f13, suffix, gapMsMax } = sample
  return (
    <li>
      <code>
        {f13 ? '[F13]' : ''}
        {text.replaceAll(GS, '[GS]')}
      </code>{' '}
      {t('devices.sampleFacts', {
        suffix: suffix === null ? t('devices.none') : t(`devices.suffix.${suffix}`),
        gapMs: Math.round(gapMsMax),
      })}
    </li>
  )
}
