import type { ReactNode } from 'react'
import { ProgressBar, type ProgressBarProps } from '../kit/ProgressBar.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { NoticeBand } from './NoticeBand.tsx'

export interface PlainScreenProps {
  /** Name in `data-station`: import, stock, devices, sync, home … */
  readonly station: string
  readonly state: string
  readonly title: ReactNode
  readonly shown: ShownNotice
  /** What to do now, as words; the title where it is left out. */
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
  return (
    <main className="plain-screen" data-station={station} data-state={state}>
      <header className="plain-head">
        <h1>{title}</h1>
        <div className="plain-now" data-testid="now" data-code="">
          {now}
        </div>
        {progress && <ProgressBar {...progress} />}
        {actions}
      </header>
      <div className="plain-scroll">{children}</div>
      <NoticeBand shown={shown} />
    </main>
  )
}
