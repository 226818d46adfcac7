import { dayStartMs } from '@/kernel/day.ts'
import type { Json } from '@/kernel/json.ts'
import type { DraftState, OrderDraft } from '@/domain/allocation/orderDraft.ts'
import type {
  OrderDraft as FileOrder,
  OrderLineDraft as FileLine,
  ReceiverDraft,
} from '@/domain/dataImport/drafts.ts'
import type { ReceiverField } from '@/domain/dataImport/receiverField.ts'
import { maskAddress } from '@/domain/people/maskAddress.ts'
import { maskFreeText } from '@/domain/people/maskFreeText.ts'
import { maskName } from '@/domain/people/maskName.ts'
import { maskPhone } from '@/domain/people/maskPhone.ts'
import type { HoldReason, OrderLine, OrderReceiver, ReceiverKind } from '@/domain/record/order.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import type { PersonalData, PiiVault } from '../ports/piiVault.ts'

export interface OrderDraftPorts {
  readonly vault: PiiVault
  readonly newId: () => string
}

/** One order of a file as the intake takes it: masked for screen and label, the plain receiver sealed.
 *  Nothing personal is kept of an order that has no work left. */
export async function toOrderDraft(order: FileOrder, ports: OrderDraftPorts): Promise<OrderDraft> {
  const state = draftState(order)
  const data = personalData(order.receiver)
  const kind = receiverKind(order.receiver)
  const keepsReceiver = kind === 'plain' && (state === 'toShip' || state === 'unpaid')
  const piiId = keepsReceiver ? `receiver:${ports.newId()}` : null
  const content = {
    orderNo: order.orderNo,
    shop: order.platform,
    state,
    holds: holdsOf(order),
    placedAtMs: order.placedAtMs ?? dayStartMs(order.orderDay ?? '') ?? 0,
    paidAtMs: order.paidAtMs ?? 0,
    shipByMs: order.shipByMs ?? 0,
    buyerNote: maskFreeText(order.buyerNote),
    shopNote: maskFreeText(order.shopNote),
    flag: order.flag ?? '',
    lines: openLines(order).map(toLine),
    carrierId: order.carrierCode ?? '',
  }
  const masked = maskedReceiver(order.receiver, data, kind)
  const said = { ...content, ...masked, secret: keepsReceiver ? data : null }
  const [revision, pii] = await Promise.all([
    ports.vault.fingerprint(said as unknown as Json),
    piiId === null ? null : ports.vault.seal(piiId, data),
  ])
  return { ...content, receiver: { ...masked, piiId }, pii, revision }
}

function draftState({ state }: FileOrder): DraftState {
  switch (state) {
    case 'unpaid':
    case 'toShip':
      return state
    case 'partShipped':
      return 'toShip'
    case 'closed':
      return 'cancelled'
    default:
      return 'closed'
  }
}

/** Of an order that is shipped in part, only the rest is ours to do. */
function openLines({ state, lines }: FileOrder): readonly FileLine[] {
  return state === 'partShipped' ? lines.filter((line) => line.state === 'toShip') : lines
}

function toLine(line: FileLine, i: number): OrderLine {
  return {
    line: i + 1,
    skuId: skuIdOf(line.skuCode ?? ''),
    qty: line.qty ?? 0,
    title: line.title,
    spec: line.spec,
    priceFen: line.priceFen ?? 0,
    gift: line.gift ? 1 : 0,
    refund: line.refund,
  }
}

/** Findings of the file that a person has to settle before the order can go out. */
const holdOfProblem: ReadonlyMap<string, HoldReason> = new Map([
  ['unknownSku', 'unknownSku'],
  ['skuMissing', 'skuMissing'],
  ['addressIncomplete', 'addressIncomplete'],
  ['addressMasked', 'addressMasked'],
  ['addressMismatch', 'addressMismatch'],
  ['districtUnknown', 'districtUnknown'],
  ['phoneMissing', 'phoneMissing'],
  ['phoneBad', 'phoneBad'],
  ['nameDamaged', 'nameDamaged'],
  ['emptyRequired', 'nameMissing'],
  ['quantitySplit', 'quantitySplit'],
])

function holdsOf(order: FileOrder): HoldReason[] {
  const found = order.problems.flatMap((code) => holdOfProblem.get(code) ?? [])
  return [...new Set([...order.holds, ...found])]
}

const textOf = (field: ReceiverField): string =>
  field.kind === 'plain' || field.kind === 'mask' ? field.value : ''

function personalData(receiver: ReceiverDraft): PersonalData {
  return {
    name: textOf(receiver.name),
    mobile: textOf(receiver.mobile),
    tel: textOf(receiver.tel),
    detail: textOf(receiver.detail),
  }
}

/** The worst of the parts decides: one cipher part is enough to need the platform's component. */
function receiverKind({ name, mobile, tel, detail }: ReceiverDraft): ReceiverKind {
  const phone = mobile.kind === 'absent' ? tel : mobile
  const kinds = [name.kind, phone.kind, detail.kind]
  if (kinds.includes('cipher')) return 'cipher'
  if (kinds.includes('mask')) return 'mask'
  const isNowhere = kinds.every((kind) => kind === 'absent' || kind === 'withheld')
  return kinds.includes('withheld') || isNowhere ? 'withheld' : 'plain'
}

function maskedReceiver(
  receiver: ReceiverDraft,
  data: PersonalData,
  kind: ReceiverKind,
): Omit<OrderReceiver, 'piiId'> {
  const { province, city, district, town } = receiver
  const isPlain = kind === 'plain'
  return {
    kind,
    maskedName: isPlain ? maskName(data.name) : data.name,
    maskedPhone: isPlain ? maskPhone(data.mobile || data.tel) : data.mobile || data.tel,
    province,
    city,
    district,
    maskedDetail: `${town ?? ''}${isPlain ? maskAddress(data.detail) : data.detail}`,
  }
}
