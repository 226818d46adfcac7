import { useTranslation } from 'react-i18next'
import type { DemoWork } from '@/store/queries/demo/readDemoWork.ts'
import { useScan } from '../scan/ScanContext.tsx'
import { demoNext } from './demoNext.ts'
import { offeredCodes } from './offeredCodes.ts'
import type { Asked } from './useAsked.ts'

export interface VirtualScannerProps {
  readonly asked: Asked
  readonly work: DemoWork
  /** The work is that of before the last scan: what follows from it may be wrong. */
  readonly isLate: boolean
}

/** What to do now, and the code for it. */
export function NextScan({ asked, work, isLate }: VirtualScannerProps) {
  const { t } = useTranslation()
  const { tap } = useScan()
  const { guide, code, verb } = demoNext(asked, work)
  // A code that the screen itself asks for is right at once.
  const isBusy = isLate && asked.code === ''
  const isBadge = code.startsWith('ZQB')
  const name = verb ? t(`command.${verb}`) : isBadge ? t('demo.codes.courierBadge') : code
  return (
    <section className="demo-part" aria-busy={isBusy}>
      <p className="demo-guide" data-testid="demo-guide" data-guide={guide}>
        {t(`demo.guide.${guide}`)}
      </p>
      {code !== '' && (
        <button
          type="button"
          className="demo-next"
          data-testid="demo-next"
          data-code={code}
          data-busy={isBusy ? '1' : '0'}
          onClick={() => !isBusy && tap(code)}
        >
          <span className="demo-scan-sign" aria-hidden="true" />
          <span className={name === code ? 'code' : ''}>{name}</span>
        </button>
      )}
    </section>
  )
}

/** Other codes that could be scanned on this screen. */
export function OtherScans({ asked, work }: Omit<VirtualScannerProps, 'isLate'>) {
  const { t } = useTranslation()
  const { tap } = useScan()
  return (
    <section className="demo-part">
      {offeredCodes(asked.station, work).map(({ kind, codes }) => (
        <div key={kind} className="demo-codes">
          <span>{t(`demo.codes.${kind}`)}</span>
          {codes.map(({ code, name }) => (
            <button
              key={code}
              type="button"
              className={name === code ? 'demo-code code' : 'demo-code'}
              data-demo-code={code}
              onClick={() => tap(code)}
            >
              {name}
            </button>
          ))}
        </div>
      ))}
    </section>
  )
}
