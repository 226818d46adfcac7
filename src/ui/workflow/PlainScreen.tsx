import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFit } from '../kit/useFit.ts'
import { ProgressBar, type ProgressBarProps } from '../kit/ProgressBar.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { NoticeBand } from './NoticeBand.tsx'

export interface PlainScreenProps {
  /** Name in `data-station`: import, stock, devices, sync, home … */
  readonly station: string
  readonly state: string
  readonly title: ReactNode
  readonly shown: ShownNotice
  /** What to do now, as words; left out where there is nothing to be done. */
  readonly now?: ReactNode
  readonly progress?: ProgressBarProps | undefined
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen of lists or settings: title, what to do now, and room that scrolls; the last answer
 *  stands at its foot. */
export function PlainScreen(props: PlainScreenProps) {
  const { station, state, title, shown, now, progress, actions, children } = props
  const { t } = useTranslation()
  const nowRef = useFit<HTMLDivElement>()
  return (
    <main className="plain-screen" data-station={station} data-state={state}>
      <header className="plain-head">
        <h1>{title}</h1>
        {progress && <ProgressBar {...progress} />}
        {actions && <div className="plain-actions">{actions}</div>}
        <div ref={nowRef} className="plain-now" data-testid="now" data-code="">
          {now}
        </div>
      </header>
      <section className="plain-scroll" aria-label={t('ui.context')} tabIndex={0}>
        {children}
      </section>
      <NoticeBand shown={shown} />
    </main>
  )
}
