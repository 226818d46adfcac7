import { maskFreeText } from './maskFreeText.ts'

const HIDDEN = '***'
const building = /^(.*?[0-9A-Za-z]+(?:号楼|栋|幢|座|#))(.*)$/s
const unit =
  /[0-9A-Za-z]*\d[0-9A-Za-z]*(?:单元|层|楼|室|房|户)|[一二三四五六七八九十百零〇两]+(?:单元|层|楼|室)/
const roomLeft = /[0-9A-Za-z]+(?:单元|室)|[一二三四五六七八九十百零〇两]+(?:单元|室)/
const dashed = /^(.*?\d+)-\d+-\d+$/s
const endNumber = /^(.*?)[0-9A-Za-z]{2,5}$/s
const endBrackets = /\s*\([^()]*\)$/

/** Hides unit and room of an address for label, screen and export; the house number before 号 stays.
 *  A telephone typed into the address is hidden too. The first rule that matches decides (building, unit or floor, 12-3-501, number at the end).
 *  Source: GB/T 41833-2022. Example: 文三路100号阳光小区3幢2单元501室 -> 文三路100号阳光小区3幢***. */
export function maskAddress(address: string): string {
  return maskFreeText(hideRoom(address))
}

function hideRoom(address: string): string {
  const text = address.normalize('NFKC').trim()
  const plain = cutAddress(text)
  if (plain !== undefined) return plain
  // A remark in brackets must not save the room number before it: 花园501(放门口).
  const bare = text.replace(endBrackets, '')
  return (bare === text ? undefined : cutAddress(bare)) ?? text
}

/** The hidden form, or undefined where no rule matches. */
function cutAddress(text: string): string | undefined {
  const atBuilding = building.exec(text)
  if (atBuilding) {
    const kept = atBuilding[1] ?? ''
    return atBuilding[2] === '' ? (withoutRoom(kept) ?? kept) : (withoutRoom(kept) ?? kept + HIDDEN)
  }
  const atUnit = unit.exec(text)
  if (atUnit) return text.slice(0, atUnit.index) + HIDDEN
  const kept = dashed.exec(text)?.[1] ?? endNumber.exec(text)?.[1]
  return kept === undefined ? undefined : kept + HIDDEN
}

/** A unit written before the building (2单元3幢) would survive the building rule. */
function withoutRoom(kept: string): string | undefined {
  const found = roomLeft.exec(kept)
  return found ? kept.slice(0, found.index) + HIDDEN : undefined
}
