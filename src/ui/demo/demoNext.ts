import { type CommandVerb, commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { DemoWork } from '@/store/queries/demo/readDemoWork.ts'
import type { Asked } from './useAsked.ts'

/** The words of the guide: `demo.guide.<key>`. */
export type DemoGuide =
  | 'openPick'
  | 'openPack'
  | 'openShip'
  | 'freeTote'
  | 'pickItem'
  | 'pickTote'
  | 'zeroCheck'
  | 'packTote'
  | 'packItem'
  | 'scanBack'
  | 'shipParcel'
  | 'courierBadge'
  | 'purchaseOrder'
  | 'receiveItem'
  | 'putawayItem'
  | 'putawayBin'
  | 'follow'
  | 'screen'

/** What a newcomer does next: the code to click ('' = none fits) and the words beside it. */
export interface DemoNext {
  readonly guide: DemoGuide
  readonly code: string
  /** The code is that of a command: people see its name. */
  readonly verb?: CommandVerb
}

/** Leads one order through the shop: pick, pack, label, handover; on other screens it offers what fits. */
export function demoNext(asked: Asked, work: DemoWork): DemoNext {
  if (asked.code !== '') return { guide: guideOfCode(asked), code: asked.code }
  switch (asked.station) {
    case 'pick':
      return asked.state === 'scanToteFirst' ? beforeWalk(work) : SCREEN
    case 'receive':
      return inReceiving(asked, work)
    case 'putaway':
      return work.stagedSkus[0] ? { guide: 'putawayItem', code: work.stagedSkus[0] } : onward(work)
    case 'home':
      return onward(work)
    case 'ship':
      return inShipping(work)
    case 'pack':
      return asked.state === 'scanTote' || asked.state === 'packedOrder' ? onward(work) : SCREEN
    default:
      return SCREEN
  }
}

const SCREEN: DemoNext = { guide: 'screen', code: '' }

/** A picked order is packed before the next walk: the newcomer sees one order through. */
function beforeWalk(work: DemoWork): DemoNext {
  const [tote] = work.freeTotes
  if (work.pickedTotes.length > 0 || work.closedNos.length > 0 || tote === undefined)
    return onward(work)
  return { guide: 'freeTote', code: tote }
}

/** The screen asks for the courier in words only; here the badge hangs at hand. */
function inShipping(work: DemoWork): DemoNext {
  const [courier] = work.courierBadges
  if (work.closedNos.length > 0 || courier === undefined) return onward(work)
  return { guide: 'courierBadge', code: courier.badge }
}

function onward(work: DemoWork): DemoNext {
  if (work.closedNos.length > 0) return opening('openShip', 'GOSHP')
  if (work.pickedTotes.length > 0) return opening('openPack', 'GOPAK')
  return opening('openPick', 'GOPIK')
}

const opening = (guide: DemoGuide, verb: CommandVerb): DemoNext => ({
  guide,
  verb,
  code: commandCodeOf(verb),
})

function inReceiving({ state }: Asked, work: DemoWork): DemoNext {
  const code = state === 'scanOrder' ? work.purchaseOrderNos[0] : work.openSkus[0]
  if (code === undefined) return SCREEN
  return { guide: state === 'scanOrder' ? 'purchaseOrder' : 'receiveItem', code }
}

const guides: Readonly<Record<string, DemoGuide>> = {
  'pick/scanItem': 'pickItem',
  'pick/scanTote': 'pickTote',
  'pick/zeroCheck': 'zeroCheck',
  'pack/scanTote': 'packTote',
  'pack/scanItem': 'packItem',
  'pack/scanBack': 'scanBack',
  'putaway/scanBin': 'putawayBin',
}

function guideOfCode({ station, state }: Asked): DemoGuide {
  if (station === 'ship') return 'shipParcel'
  return guides[`${station}/${state}`] ?? 'follow'
}
