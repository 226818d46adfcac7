import { SCREEN_VERBS } from '@/domain/barcode/commandCode.ts'
import { accepted } from '@/workflow/workflow.ts'
import type { Frame } from '@/ui/shell/createFrame.ts'
import { homeVerbs } from '@/ui/shell/homeVerbs.ts'
import type { StatusStore } from '@/ui/shell/stationStatus.ts'
import { type Desk, createDesk } from '@/ui/workflow/createDesk.ts'
import { keepScreen, loadScreen } from './keptScreen.ts'
import type { Warehouse } from './openWarehouse.ts'
import type { StartedScreens } from './stationScreens.tsx'

/** The desk of this page: its screens, the frame's commands, operators' badges. */
export async function createPageDesk(
  warehouse: Warehouse,
  frame: Frame,
  { started, status }: { readonly started: StartedScreens; readonly status: StatusStore },
): Promise<Desk> {
  const { sessions, ledger } = warehouse.ctx
  const desk = createDesk({
    runners: started.runners,
    frame: frame.verbs,
    keepScreen: (screen) => keepScreen(sessions, screen),
    firstScreen: await loadScreen(sessions),
    menu: homeVerbs.map((verb) => SCREEN_VERBS[verb]),
    async signIn(badge) {
      const query = { index: 'badge', equals: badge, limit: 1 } as const
      const [operator] = await ledger.reader.list('operators', query)
      if (!operator) return null
      await warehouse.signIn(operator.id)
      status.setState({ operator: operator.name })
      return accepted('PPL-001', { name: operator.name })
    },
  })
  return {
    ...desk,
    handle: (scan, fault) => warehouse.way.first(() => desk.handle(scan, fault)),
  }
}
