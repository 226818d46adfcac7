import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDemoScale } from '@/store/queries/demo/readDemoScale.ts'
import { useLive } from '../workflow/useLive.ts'
import type { DemoPorts } from './demoPorts.ts'

/** What a newcomer puts on the scale beside the parcel to see it stopped, grams. */
const EXTRA_G = 500

/** The scale on the screen: the parcel of the packing table lies on it by itself. */
export function VirtualScale({ ports }: { readonly ports: DemoPorts }) {
  const parcelG = useLive(readDemoScale, 0, [])
  const [hasExtra, setExtra] = useState(false)
  const weightG = parcelG + (hasExtra ? EXTRA_G : 0)
  useEffect(() => ports.load(weightG), [ports, weightG])
  return <DemoScale {...{ weightG, hasExtra }} onExtra={() => setExtra(!hasExtra)} />
}

export interface DemoScaleProps {
  readonly weightG: number
  readonly hasExtra: boolean
  readonly onExtra: () => void
}

/** What lies on the scale on the screen, and a wrong thing to put beside it. */
export function DemoScale({ weightG, hasExtra, onExtra }: DemoScaleProps) {
  const { t } = useTranslation()
  return (
    <p className="demo-part demo-scale" data-testid="demo-scale">
      <span>
        {t('demo.scale')} <strong>{t('demo.grams', { count: weightG })}</strong>
      </span>
      <button
        type="button"
        className="demo-code"
        aria-pressed={hasExtra}
        data-testid="demo-extra"
        onClick={onExtra}
      >
        {t(hasExtra ? 'demo.extraOff' : 'demo.extraOn', { count: EXTRA_G })}
      </button>
    </p>
  )
}
