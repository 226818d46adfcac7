import type { WaybillItemLine } from './waybillFacts.ts'

/** What is inside, as the shop's rule wants it on the waybill: "SKU 颜色 尺码 ×数量" joined by "；".
 *  A SKU without colour and size is told by its name. Example: `A1 黑 M ×2；BK7 北方旧梦 ×1`. */
export function itemsText(lines: readonly WaybillItemLine[]): string {
  return lines.map(lineText).join('；')
}

function lineText(line: WaybillItemLine): string {
  const specs = [line.colour, line.size].filter((part) => part !== '')
  const words = specs.length > 0 ? specs : [line.name].filter((part) => part !== '')
  return [line.skuCode, ...words, `×${line.qty}`].join(' ')
}
