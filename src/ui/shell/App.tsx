import '../kit/kit.css'
import type { i18n } from 'i18next'
import {
  type ComponentType,
  type ReactNode,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react'
import { I18nextProvider } from 'react-i18next'
import { useStore } from 'zustand'
import type { Feedback } from '@/device/feedback/createFeedback.ts'
import type { ScanInput } from '@/device/scan/scanQueue.ts'
import type { ScanRouter } from '@/device/scan/scanRouter.ts'
import type { ScreenId } from '@/domain/barcode/commandCode.ts'
import { ScanContext } from '../scan/ScanContext.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { useScanner } from '../scan/useScanner.ts'
import type { Desk } from '../workflow/createDesk.ts'
import { applySettings } from './applySettings.ts'
import { CodeField } from './CodeField.tsx'
import type { Frame } from './createFrame.ts'
import { HelpPanel } from './HelpPanel.tsx'
import { HomeMenu } from './HomeMenu.tsx'
import { SavingMark } from './SavingMark.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import type { Settings } from './settings.ts'
import { StatusBar } from './StatusBar.tsx'
import type { StatusStore } from './stationStatus.ts'

/** What every screen is given by the frame. */
export interface FramedProps {
  readonly shown: ShownNotice
  readonly pad: string
}

export type Screens = Readonly<Partial<Record<ScreenId, ComponentType<FramedProps>>>>

export interface AppProps {
  readonly words: i18n
  readonly router: ScanRouter
  readonly desk: Desk
  readonly frame: Frame
  readonly status: StatusStore
  readonly feedback: Feedback
  readonly screens: Screens
  /** Keeps the settings of this device. */
  readonly keepSettings: (settings: Settings) => void
  /** Stands beside the open screen, never over it: the demo's panel. */
  readonly beside?: ReactNode
}

/** The page: one screen or the menu, the frame around it, and the way of each scan to its answer. */
export function App(props: AppProps) {
  const { words, router, desk, frame } = props
  const actions = useMemo(() => createActions(router, frame), [router, frame])
  const answer = useAnswer(props)
  useScanner(router, answer)
  useSettings(props)
  // Scans are taken from the first key on; from here on they are also answered.
  useEffect(() => {
    document.body.dataset.ready = '1'
  }, [])
  const shown = useSyncExternalStore(desk.subscribe, desk.view)
  return (
    <I18nextProvider i18n={words}>
      <ScanContext value={actions}>
        <div className="frame">
          <OpenScreen {...props} shown={shown} screen={shown.screen} />
          {props.beside}
          <Foot router={router} frame={frame} status={props.status} />
        </div>
      </ScanContext>
    </I18nextProvider>
  )
}

function createActions(router: ScanRouter, frame: Frame) {
  return {
    tap: (raw: string) => router.push({ raw, source: 'screen', deviceId: 'screen' }),
    typed: (raw: string) => router.push({ raw, source: 'typed', deviceId: 'keyboard' }),
    openField: () => frame.openField(true),
  }
}

/** The tone comes after the answer, and the answer after the commit. */
function useAnswer({ desk, frame, feedback }: AppProps) {
  return useCallback(
    async ({ scan, fault }: ScanInput) => {
      const { panel } = frame.store.getState()
      const notice = await desk.handle(scan, fault)
      // A good scan is for the job: what covers the job makes room.
      const stays = frame.store.getState().panel !== panel || fault !== null
      if (!stays && panel !== null && !notice.code.startsWith('SET-')) frame.show(null)
      feedback.play(notice.level, notice.spoken)
    },
    [desk, frame, feedback],
  )
}

function useSettings({ frame, words, keepSettings }: AppProps): void {
  const settings = useStore(frame.store, (state) => state.settings)
  useEffect(() => {
    applySettings(window, settings)
    if (words.language !== settings.locale) void words.changeLanguage(settings.locale)
    keepSettings(settings)
  }, [settings, words, keepSettings])
}

type OpenScreenProps = AppProps & { readonly shown: ShownNotice; readonly screen: ScreenId | null }

function OpenScreen({ router, frame, feedback, screens, shown, screen }: OpenScreenProps) {
  const panel = useStore(frame.store, (state) => state.panel)
  const settings = useStore(frame.store, (state) => state.settings)
  // Only this part: the count of waiting scans changes twice a scan and is not drawn here.
  const pad = useSyncExternalStore(router.subscribe, () => router.getState().pad)
  const close = () => frame.show(null)
  if (panel === 'help') return <HelpPanel shown={shown} screen={screen} onClose={close} />
  if (panel === 'settings') {
    const sounds = { onTone: feedback.play, onVoice: feedback.say }
    return (
      <SettingsPanel {...{ shown, settings, ...sounds }} onChange={frame.set} onClose={close} />
    )
  }
  const Screen = screen === null ? undefined : screens[screen]
  if (Screen !== undefined) return <Screen shown={shown} pad={pad} />
  return (
    <HomeMenu
      shown={shown}
      pad={pad}
      onSettings={() => frame.show('settings')}
      onHelp={() => frame.show('help')}
    />
  )
}

/** Drawn for its own reasons only, not with each answer. */
const Foot = memo(function Foot({
  router,
  frame,
  status,
}: Pick<AppProps, 'router' | 'frame' | 'status'>) {
  const paused = useSyncExternalStore(router.subscribe, () => router.getState().paused)
  // The scan in work is not waiting for anybody to see it.
  const waiting = useSyncExternalStore(router.subscribe, () => {
    const { waiting: count } = router.getState()
    return count > 1 ? count : 0
  })
  const { settings, fieldOpen } = useStore(frame.store)
  const now = useStore(status)
  return (
    <>
      {fieldOpen && <CodeField onClose={() => frame.openField(false)} />}
      <StatusBar
        status={now}
        paused={paused}
        muted={settings.muted}
        waiting={waiting}
        saving={<SavingMark router={router} />}
      />
    </>
  )
})
