import type { BinId, BinRole } from '../record/place.ts'

/** So many free pieces of one lot of one SKU in one bin. `expiresOn` '' = does not expire. */
export interface FreeStock {
  readonly binId: BinId
  readonly role: BinRole
  readonly lot: string
  readonly expiresOn: string
  readonly freeQty: number
}

export interface StockChoice {
  readonly binId: BinId
  readonly lot: string
  readonly qty: number
}

/** Sorts after every real day, so goods without expiry come last. */
const NEVER = '9999-99-99'

/** Which stock serves `qty` pieces: first expired first out, then pick bins before bulk bins, then as
 *  few bins as possible, then the bin with the lowest id. Expired lots (`expiresOn` before `today`)
 *  never. May sum to less than asked. Example: 3 of [pick 2, pick 5] -> 3 from the second. */
export function chooseStock(
  qty: number,
  options: readonly FreeStock[],
  today: string,
): StockChoice[] {
  const usable = options.filter(
    (option) => option.freeQty > 0 && (option.expiresOn === '' || option.expiresOn >= today),
  )
  const choices: StockChoice[] = []
  let open = qty
  for (const group of sortedGroups(usable)) {
    for (const choice of fewestBins(open, group)) {
      choices.push(choice)
      open -= choice.qty
    }
    if (open === 0) break
  }
  return choices
}

function sortedGroups(options: readonly FreeStock[]): FreeStock[][] {
  const groups = new Map<string, FreeStock[]>()
  for (const option of options) {
    const key = `${option.expiresOn || NEVER}|${option.role === 'pick' ? 0 : 1}`
    const group = groups.get(key)
    if (group) group.push(option)
    else groups.set(key, [option])
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** The largest bins first, and at the end the smallest bin that holds all of the rest. */
function fewestBins(qty: number, group: readonly FreeStock[]): StockChoice[] {
  const left = [...group].sort((a, b) => b.freeQty - a.freeQty || (a.binId < b.binId ? -1 : 1))
  const choices: StockChoice[] = []
  let open = qty
  while (open > 0 && left.length > 0) {
    const need = open
    const enough = left.filter((option) => option.freeQty >= need)
    const smallest = Math.min(...enough.map((option) => option.freeQty))
    const taken = enough.find((option) => option.freeQty === smallest) ?? left[0]
    if (!taken) break
    left.splice(left.indexOf(taken), 1)
    const part = Math.min(open, taken.freeQty)
    choices.push({ binId: taken.binId, lot: taken.lot, qty: part })
    open -= part
  }
  return choices
}

/** The same stock after some of it was promised. */
export function withoutChoices(
  options: readonly FreeStock[],
  choices: readonly StockChoice[],
): FreeStock[] {
  return options.map((option) => {
    const taken = choices
      .filter((choice) => choice.binId === option.binId && choice.lot === option.lot)
      .reduce((sum, choice) => sum + choice.qty, 0)
    return taken === 0 ? option : { ...option, freeQty: option.freeQty - taken }
  })
}
