import { describe, expect, it } from 'vitest'
import { checkMasked, hasOpenPhone } from './checkMasked.ts'
import { maskNote, maskWords } from './maskNote.ts'

describe('a note on a waybill', () => {
  it.each([
    ['晚上7点以后送,白天没人', '晚上7点以后送,白天没人'],
    ['放3单元门口😊，电话13812341234', '放***门口 ,电话138******34'],
    ['5栋2单元501室没人收', '5栋******没人收'],
    ['送到12-3-501，2026-11-05前到', '送到***，2026-11-05前到'],
    ['二单元快递柜', '***快递柜'],
    ['\u202e方向\u0007', '方向'],
    ['  ', ''],
  ])('%s -> %s', (note, shown) => {
    expect(maskNote(note)).toBe(shown)
    expect(hasOpenPhone(shown)).toBe(false)
    expect(checkMasked('address', shown)).toBe(true)
  })

  it('is cut to what two lines take', () => {
    expect(Array.from(maskNote('好'.repeat(500)))).toHaveLength(80)
  })
})

it('words of the shop keep their codes and lose telephones, units and rooms', () => {
  expect(maskWords('A-12-3-501 三室帐篷 ×1；B2 黑 M ×2')).toBe('A-12-3-501 ***帐篷 ×1；B2 黑 M ×2')
  expect(maskWords('赠品 13812341234')).toBe('赠品 138******34')
})
