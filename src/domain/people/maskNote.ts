import { maskFreeText } from './maskFreeText.ts'

const HIDDEN = '***'
/** Characters a note may take on a label: two lines of it. */
const NOTE_LENGTH_MAX = 80
/** Unit and room numbers as people write them into remarks: 3单元, 501室, 5栋2单元, 12-3-501. */
const room =
  /(?:[0-9A-Za-z]+|[一二三四五六七八九十百零〇两]+)(?:单元|室|房|户)|(?<![\d-])\d{1,3}-\d{1,2}-\d{2,4}(?![\d-])/g
/** What every label font has: ASCII, Chinese characters and their marks. The rest (emoji, direction marks)
 *  would keep the whole label from being printed. */
const unprintable = /[^\u0020-\u007e\u2010-\u2026\u3001-\u301f\u4e00-\u9fff\uff01-\uffe5]+/gu

const unitOrRoom = /(?:[0-9A-Za-z]+|[一二三四五六七八九十百零〇两]+)\s*(?:单元|室)/g

/** Words of the shop on a waybill (what is inside): telephones, units and rooms hidden, all else as it is.
 *  Example: A1 三室帐篷 ×1 -> A1 ***帐篷 ×1. */
export function maskWords(text: string): string {
  return maskFreeText(text).replace(unitOrRoom, HIDDEN)
}

/** A buyer's note as it may stand on a waybill: telephones, units and rooms hidden, only characters that
 *  can be printed, not too long. Example: 放3单元门口😊，电话13812341234 -> 放***门口 ,电话138******34. */
export function maskNote(text: string): string {
  const plain = maskFreeText(text).replace(room, HIDDEN).replace(unprintable, ' ')
  const short = plain.replace(/ +/g, ' ').trim()
  return Array.from(short).slice(0, NOTE_LENGTH_MAX).join('')
}
