import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandVerb, ScreenId } from '@/domain/barcode/commandCode.ts'
import { ProgressBar } from '../kit/ProgressBar.tsx'
import { useFit } from '../kit/useFit.ts'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { CommandRail, type CommandRailProps } from './CommandRail.tsx'
import { NoticeBand } from './NoticeBand.tsx'

export interface WorkflowScreenProps {
  readonly station: ScreenId
  /** Path of the workflow state, as `data-state`: `scanItem`, `packing/scanBack`. */
  readonly state: string
  /** Name of the process in the language of the screen. */
  readonly title: ReactNode
  /** The one thing to do now: short words, the code asked for where it is one, a photo or figures. */
  readonly now: {
    readonly text: ReactNode
    /** Where to go, where that comes before the code: a bin. It is then the largest on the screen. */
    readonly place?: string | undefined
    readonly code?: string | undefined
    /** Pieces of it that are still to come, where more than one scan or a number is asked for. */
    readonly qty?: number | undefined
    readonly detail?: ReactNode
  }
  readonly shown: ShownNotice
  readonly progress?:
    | { readonly done: number; readonly total: number; readonly unit?: string | undefined }
    | undefined
  /** Lines, flags, alternatives: what helps, but is not asked for now. */
  readonly context: ReactNode
  /** Commands valid now, most used first. */
  readonly commands: readonly CommandVerb[]
  readonly commandNames?: CommandRailProps['names']
  /** Digits typed and not confirmed. */
  readonly pad?: string | undefined
}

/** Figures and names beside the thing to do are read from near by, and stay readable. */
const DETAIL_FIT_LEAST = 0.58
/** Few words fill the room they have: they are read from farther away. */
const NOW_FIT_MOST = 1.3

/** What all station screens share, drawn once: the one thing to do now, the last answer, progress,
 *  context, and the commands valid now. Nothing changes its place when a scan arrives. */
export function WorkflowScreen(props: WorkflowScreenProps) {
  const { station, state, title, now, shown, progress, context, commands, pad = '' } = props
  const { t } = useTranslation()
  const nowRef = useFit<HTMLDivElement>(0.5, NOW_FIT_MOST)
  const detailRef = useFit<HTMLDivElement>(DETAIL_FIT_LEAST)
  return (
    <main className="screen" data-station={station} data-state={state}>
      <section className="now-zone">
        <header className="now-head">
          <h1>{title}</h1>
          {progress && <ProgressBar {...progress} />}
        </header>
        <div className="now-main">
          <div
            ref={nowRef}
            className="now"
            data-testid="now"
            data-code={now.code ?? ''}
            data-qty={now.qty ?? ''}
          >
            {now.place !== undefined && <strong className="code now-code">{now.place}</strong>}
            <span className="now-words">{now.text}</span>
            {now.code !== undefined && (
              <strong className={now.place === undefined ? 'code now-code' : 'code now-lesser'}>
                {now.code}
              </strong>
            )}
          </div>
          {now.detail !== undefined && (
            <section
              ref={detailRef}
              className="now-detail"
              aria-label={t('ui.details')}
              tabIndex={0}
            >
              {now.detail}
            </section>
          )}
        </div>
        <output className="pad" data-testid="pad">
          {pad}
        </output>
      </section>
      <section className="context" data-testid="context" aria-label={t('ui.context')} tabIndex={0}>
        {context}
      </section>
      <CommandRail commands={commands} names={props.commandNames} />
      <NoticeBand shown={shown} />
    </main>
  )
}
