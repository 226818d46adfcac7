import type { OrderDraft } from '@/domain/allocation/orderDraft.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import type { RunContext } from '@/app/runCommand.ts'
import { runCommand } from '@/app/runCommand.ts'
import { reserveOrders } from '@/app/reserveOrders.ts'
import { STORY_START_MS } from './testWarehouse.ts'

const HOUR_MS = 3_600_000

/** A paid order of the shop `taobao`, ready to ship: `{BK1: 2}` = two pieces of BK1. */
export function testDraft(
  orderNo: string,
  skus: Readonly<Record<string, number>>,
  more: Partial<OrderDraft> = {},
): OrderDraft {
  return {
    orderNo,
    shop: 'taobao',
    state: 'toShip',
    holds: [],
    placedAtMs: STORY_START_MS - 2 * HOUR_MS,
    paidAtMs: STORY_START_MS - HOUR_MS,
    shipByMs: 0,
    buyerNote: '',
    shopNote: '',
    flag: '',
    receiver: {
      kind: 'plain',
      maskedName: '张*',
      maskedPhone: '138******00',
      province: '浙江省',
      city: '丽水市',
      district: '遂昌县',
      maskedDetail: '柘岱口乡****',
      piiId: null,
    },
    pii: null,
    lines: Object.entries(skus).map(([code, qty], i) => ({
      line: i + 1,
      skuId: skuIdOf(code),
      qty,
      title: `商品 ${code}`,
      spec: '',
      priceFen: 2000,
      gift: 0,
      refund: 'none',
    })),
    carrierId: 'STO',
    revision: `${orderNo}:${JSON.stringify(skus)}:${JSON.stringify(more)}`,
    ...more,
  }
}

/** Takes the drafts in as an import does, and reserves what can be reserved. */
export async function intake(
  warehouse: RunContext & { newId(): string },
  ...orders: readonly OrderDraft[]
): Promise<unknown> {
  const done = await runCommand(warehouse, warehouse.newId(), 'allocation.intakeOrders', { orders })
  await reserveOrders(warehouse)
  return done.kind === 'accepted' ? done.result : done
}
