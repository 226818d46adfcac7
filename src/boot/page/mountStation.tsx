import { createRoot } from 'react-dom/client'
import { systemClock } from '@/kernel/clock.ts'
import type { Notice } from '@/kernel/notice.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { connectStation } from '@/device/connectStation.ts'
import { openFeedback } from '@/device/feedback/openFeedback.ts'
import { SCAN_QUEUE_MAX } from '@/device/scan/scanQueue.ts'
import { createScanRouter } from '@/device/scan/scanRouter.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import { createImportDesk } from '@/ui/screens/dataImport/importDesk.ts'
import { watchPending } from '@/store/queries/stationData.ts'
import { App } from '@/ui/shell/App.tsx'
import { type Frame, createFrame } from '@/ui/shell/createFrame.ts'
import { guardWindow } from '@/ui/shell/guardWindow.ts'
import { type Settings, guessSettings, parseSettings } from '@/ui/shell/settings.ts'
import { createStatus } from '@/ui/shell/stationStatus.ts'
import { createWords } from '@/ui/words/i18n.ts'
import { StationDataContext } from '@/ui/workflow/useLive.ts'
import { answerImports } from './answerImports.ts'
import { createPageDesk } from './createPageDesk.ts'
import { createImportPorts } from './importPorts.ts'
import { becomeLeader } from './becomeLeader.ts'
import { openWarehouse } from './openWarehouse.ts'
import { refuseStation } from './refuseStation.ts'
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
  const early: { tell: (notice: Notice, raw: string) => void; frame: Frame | null } = {
    tell: () => undefined,
    frame: null,
  }
  const router = createScanRouter(window, {
    clock: systemClock,
    timers: systemTimers,
    onOverflow: ({ raw }) => {
      const params = { count: SCAN_QUEUE_MAX, raw }
      early.tell({ level: 'refused', code: 'SCAN-014', params }, raw)
    },
    onOpenField: () => early.frame?.openField(true),
    onFailed: (error, { scan }) => {
      console.error(error)
      early.tell({ level: 'refused', code: 'SCAN-015', params: { raw: scan.raw } }, scan.raw)
    },
  })
  client.on('scan', (scan) => router.push(scan))
  guardWindow(window)
  if (!(await becomeLeader())) return refuseStation(root, 'STO-007')
  const [hello, dataKey] = await Promise.all([
    client.request('host.hello', {}),
    client.request('keys.dataKey', {}),
  ])
  if (!hello.ok || !dataKey.ok) return refuseStation(root, 'BRG-011')
  const warehouse = await openWarehouse(dataKey.result.key)
  const frame = createFrame(readSettings(hello.result))
  early.frame = frame
  const words = createWords(frame.store.getState().settings.locale)
  const ports = createImportPorts(warehouse, client)
  const started = await startScreens(warehouse.ctx, createImportDesk(ports))
  const desk = await createPageDesk(warehouse, frame, started)
  early.tell = desk.tell
  answerImports(client, ports, words.t)
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
  const tellPrinter = (code: string, params: Readonly<Record<string, string | number>>) =>
    status.setState({ alert: { code, params } })
  const prints = { warehouse, client, words: shopWords.paper.waybill, status, tell: tellPrinter }
  warehouse.hear(startPrintWork(prints))
  void papers.catchUp()
  const feedback = openFeedback(window, () => frame.store.getState().settings)
  createRoot(root).render(
    <StationDataContext value={warehouse.db}>
      <App
        {...{ words, router, desk, frame, status, feedback }}
        screens={started.screens}
        keepSettings={keepSettings}
      />
    </StationDataContext>,
  )
}

function readSettings({ flags }: BridgeResult<'host.hello'>): Settings {
  const guess = guessSettings(flags.lang ?? 'zh-CN', screen.width, screen.height)
  const kept = parseSettings(localStorage.getItem(SETTINGS_KEY), guess)
  return flags.lang === undefined ? kept : { ...kept, locale: flags.lang }
}

const keepSettings = (settings: Settings) =>
  localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings))
