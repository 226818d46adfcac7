import { createRoot } from 'react-dom/client'
import { createStationScale } from '@/device/scale/stationScale.ts'
import { connectStation } from '@/device/connectStation.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import { createTemplateDesk } from '@/ui/screens/printing/templateDesk.ts'
import { createImportDesk } from '@/ui/screens/dataImport/importDesk.ts'
import { createHostJobs } from '@/ui/print/hostJobs.ts'
import { createStationPrinters } from '@/ui/print/stationPrinters.ts'
import { PrintsContext } from '@/ui/print/PrintsContext.ts'
import { ScaleContext } from '@/ui/scale/ScaleContext.ts'
import { App } from '@/ui/shell/App.tsx'
import { createFrame } from '@/ui/shell/createFrame.ts'
import { guardWindow } from '@/ui/shell/guardWindow.ts'
import { type Settings, guessSettings, parseSettings } from '@/ui/shell/settings.ts'
import { createWords } from '@/ui/words/i18n.ts'
import { StationDataContext } from '@/ui/workflow/useLive.ts'
import { answerImports } from './answerImports.ts'
import { drawDemoPanel, fillDemoShop } from './demoShop.tsx'
import { openDevices } from './openDevices.ts'
import { createPageDesk } from './createPageDesk.ts'
import { createImportPorts } from './importPorts.ts'
import { becomeLeader } from './becomeLeader.ts'
import { openScans } from './openScans.ts'
import { openStatus } from './openStatus.ts'
import { openWarehouse } from './openWarehouse.ts'
import { refuseStation } from './refuseStation.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { createPaperWork } from './paperWork.ts'
import { startFeedback } from './startFeedback.ts'
import { tellBefore } from './tellBefore.ts'
import { type PrintWorkPorts, startPrintWork } from './printWork.ts'
import { startWeighing } from './startWeighing.ts'
import { templatePorts } from './templatePorts.ts'
import { startScreens } from './stationScreens.tsx'

/** The invented shop that the demo's parcels come from. */
const DEMO_SENDER = { name: '拾光书店', phone: '0571-88880000', address: '浙江省杭州市示例路18号' }
const NO_SENDER = { name: '', phone: '', address: '' }
const SETTINGS_KEY = 'packline.settings'

/** Opens the station in this page: host, data, jobs, screens. Scans are taken from the first key on
 *  and wait until the screens are there. */
export async function mountStation(root: HTMLElement): Promise<void> {
  const { shell, client } = connectStation()
  document.body.dataset.shell = shell
  const scans = openScans(client)
  guardWindow(window)
  if (!(await becomeLeader())) return refuseStation(root, 'STO-007')
  const [hello, dataKey] = await Promise.all([
    client.request('host.hello', {}),
    client.request('keys.dataKey', {}),
  ])
  if (!hello.ok || !dataKey.ok) return refuseStation(root, 'BRG-011')
  const isDemo = hello.result.flags.demo
  const frame = createFrame(readSettings(hello.result))
  const words = createWords(frame.store.getState().settings.locale)
  const warehouse = await openWarehouse(dataKey.result.key, {
    firstOperatorName: words.t('ui.firstOperator'),
    isDemo,
  })
  const ports = createImportPorts(warehouse, client)
  if (isDemo) {
    const tell = (text: string) => tellBefore(root, text, 'status')
    await fillDemoShop(warehouse, client, ports, { t: words.t, tell })
  }
  const made = { client, warehouse, words: readPaperWords('zh-CN') }
  const shared = { hostJobs: createHostJobs(), printers: createStationPrinters() }
  const asked = { hello: hello.result, router: scans.router, printers: shared.printers }
  const devices = openDevices({ ...made, ...asked, tell: (notice) => desk.tell(notice, '') })
  const imports = createImportDesk(ports)
  const scale = createStationScale(client, hello.result.scale ?? null)
  const templates = createTemplateDesk(templatePorts(warehouse, client, made.words))
  const started = await startScreens(warehouse, { imports, devices, templates, scale, ...shared })
  const status = await openStatus(warehouse)
  const desk = await createPageDesk(warehouse, frame, { started, status })
  desk.subscribe(() => desk.view().screen === 'devices' || devices.leave())
  scans.later(desk.tell, frame)
  answerImports(client, ports, words.t)
  startWeighing({ scale, started, desk, router: scans.router, status })
  const sender = hello.result.sender ?? (isDemo ? DEMO_SENDER : NO_SENDER)
  const printWork = startPrinting({ ...made, ...shared, status, sender })
  const feedback = startFeedback(frame, status)
  createRoot(root).render(
    <StationDataContext value={warehouse.db}>
      <PrintsContext value={{ ...shared, preview: printWork.preview }}>
        <ScaleContext value={scale}>
          <App
            {...{ words, desk, frame, status, feedback }}
            router={scans.router}
            screens={started.screens}
            keepSettings={keepSettings}
            beside={isDemo && drawDemoPanel(desk, client, started)}
          />
        </ScaleContext>
      </PrintsContext>
    </StationDataContext>,
  )
}

/** The labels and papers that follow from the work. */
function startPrinting(of: Omit<PrintWorkPorts, 'filePaper'>) {
  const { warehouse, client, words } = of
  const papers = createPaperWork({
    warehouse,
    client,
    words,
    heard: (made) => console.info(made),
  })
  warehouse.hear(papers)
  const printWork = startPrintWork({ ...of, filePaper: papers.fileAsked })
  warehouse.hear(printWork)
  void papers.catchUp()
  return printWork
}

function readSettings({ flags }: BridgeResult<'host.hello'>): Settings {
  const guess = guessSettings(flags.lang ?? 'zh-CN', screen.width, screen.height)
  const kept = parseSettings(localStorage.getItem(SETTINGS_KEY), guess)
  return flags.lang === undefined ? kept : { ...kept, locale: flags.lang }
}

const keepSettings = (settings: Settings) =>
  localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings))
