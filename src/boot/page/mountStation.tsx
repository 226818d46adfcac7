import { createRoot } from 'react-dom/client'
import { systemClock } from '@/kernel/clock.ts'
import type { Notice } from '@/kernel/notice.ts'
import { systemTimers } from '@/kernel/timers.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { connectStation } from '@/device/connectStation.ts'
import { openFeedback } from '@/device/feedback/openFeedback.ts'
import { SCAN_QUEUE_MAX } from '@/device/scan/scanQueue.ts'
import { type ScanRouter, createScanRouter } from '@/device/scan/scanRouter.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import { createImportDesk } from '@/ui/screens/dataImport/importDesk.ts'
import { watchPending } from '@/store/queries/stationData.ts'
import { App } from '@/ui/shell/App.tsx'
import { type Frame, createFrame } from '@/ui/shell/createFrame.ts'
import { guardWindow } from '@/ui/shell/guardWindow.ts'
import { type Settings, guessSettings, parseSettings } from '@/ui/shell/settings.ts'
import { type StatusStore, createStatus } from '@/ui/shell/stationStatus.ts'
import { createWords } from '@/ui/words/i18n.ts'
import { StationDataContext } from '@/ui/workflow/useLive.ts'
import { answerImports } from './answerImports.ts'
import { createPageDesk } from './createPageDesk.ts'
import { createImportPorts } from './importPorts.ts'
import { becomeLeader } from './becomeLeader.ts'
import { type Warehouse, openWarehouse } from './openWarehouse.ts'
import shopWords from '@/locales/zh-CN.json'
import { createPaperWork } from './paperWork.ts'
import { startPrintWork } from './printWork.ts'
import { startScreens } from './stationScreens.tsx'

const SETTINGS_KEY = 'packline.settings'

/** Opens the station in this page: host, data, jobs, screens. Scans are taken from the first key on
 *  and wait until the screens are there. */
export async function mountStation(root: HTMLElement): Promise<void> {
  const { shell, client } = connectStation()
  document.body.dataset.shell = shell
  const early: Early = { tell: () => undefined, frame: null }
  const router = openRouter(early)
  client.on('scan', (scan) => router.push(scan))
  guardWindow(window)
  if (!(await becomeLeader())) return refuse(root)
  const [hello, dataKey] = await Promise.all([
    client.request('host.hello', {}),
    client.request('keys.dataKey', {}),
  ])
  if (!hello.ok || !dataKey.ok) return refuse(root, 'BRG-011')
  const warehouse = await openWarehouse(dataKey.result.key)
  const frame = createFrame(readSettings(hello.result))
  early.frame = frame
  const words = createWords(frame.store.getState().settings.locale)
  const ports = createImportPorts(warehouse, client)
  const { runners, screens } = await startScreens(warehouse.ctx, createImportDesk(ports))
  const desk = await createPageDesk(warehouse, frame, runners)
  early.tell = desk.tell
  answerImports(client, ports, words.t)
  const status = startBesides(warehouse, client)
  const feedback = openFeedback(window, () => frame.store.getState().settings)
  createRoot(root).render(
    <StationDataContext value={warehouse.db}>
      <App {...{ words, router, desk, frame, status, feedback, screens, keepSettings }} />
    </StationDataContext>,
  )
}

/** Who hears of scans before the desk is there: nobody can lose one. */
interface Early {
  tell: (notice: Notice, raw: string) => void
  frame: Frame | null
}

function openRouter(early: Early): ScanRouter {
  return createScanRouter(window, {
    clock: systemClock,
    timers: systemTimers,
    onOverflow: ({ raw }) => {
      const params = { count: SCAN_QUEUE_MAX, raw }
      early.tell({ level: 'refused', code: 'SCAN-014', params }, raw)
    },
    onOpenField: () => early.frame?.openField(true),
    onFailed: (error, { scan: { raw } }) => {
      console.error(error)
      early.tell({ level: 'refused', code: 'SCAN-015', params: { raw } }, raw)
    },
  })
}

/** What runs beside the screens: labels, papers, the status bar. */
function startBesides(warehouse: Warehouse, client: StationClient): StatusStore {
  const status = createStatus()
  status.setState({ operator: warehouse.operatorId(), station: warehouse.station })
  watchPending(warehouse.db, (pending) =>
    status.setState((now) => ({ sync: { ...now.sync, pending } })),
  )
  const papers = createPaperWork({
    warehouse,
    client,
    words: shopWords.paper.sheet,
    heard: (made) => console.info(made),
  })
  warehouse.hear(papers)
  const tell = (code: string, params: Readonly<Record<string, string | number>>) =>
    status.setState({ alert: { code, params } })
  const { waybill } = shopWords.paper
  warehouse.hear(startPrintWork({ warehouse, client, words: waybill, status, tell }))
  void papers.catchUp()
  return status
}

function readSettings({ flags }: BridgeResult<'host.hello'>): Settings {
  const guess = guessSettings(flags.lang ?? 'zh-CN', screen.width, screen.height)
  const kept = parseSettings(localStorage.getItem(SETTINGS_KEY), guess)
  return flags.lang === undefined ? kept : { ...kept, locale: flags.lang }
}

const keepSettings = (settings: Settings) =>
  localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings))

/** Words instead of a station: a second window, or no host. */
function refuse(root: HTMLElement, code: 'STO-007' | 'BRG-011' = 'STO-007'): void {
  const { t } = createWords(navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
  const words = document.createElement('p')
  words.setAttribute('role', 'alert')
  words.dataset.code = code
  words.textContent = t(`notice.${code}`)
  root.replaceChildren(words)
}
