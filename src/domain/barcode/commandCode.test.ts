import { describe, expect, test } from 'vitest'
import {
  BADGE_LENGTH,
  badgeCodeOf,
  COMMAND_VERBS,
  type CommandVerb,
  commandCodeOf,
  multiplierCodeOf,
  parseCommandCode,
} from './commandCode.ts'
import { checkCharOf } from './mod3736.ts'

const PRINTED =
  `ZQOKB ZQUNDO0 ZQSKIPX ZQSHORTZ ZQDAMAGP ZQPHOTOU ZQPRINTI ZQREPRNI ZQNEWBXP ZQWEIGH0 ZQTARE7 ZQHOLDE
  ZQHELPZ ZQBACKQ ZQHOME8 ZQNEXTN ZQPREV2 ZQGRDA7 ZQGRDB5 ZQGRDC3 ZQGRDXX ZQYESF ZQNO7 ZQLOCK7
  ZQNIGHT3 ZQLANGD ZQHANDLJ ZQHANDR7 ZQMUTEZ
  ZQN1I ZQN2G ZQN3E ZQN4C ZQN5A ZQN68 ZQN76 ZQN84 ZQN92 ZQGORCVQ ZQGOPUT7 ZQGOPIK3 ZQGOPAKZ ZQGOSHP8 ZQGORETM
  ZQGOCNTS ZQGOBRDF ZQGODEVF ZQGOSYNI ZQGOSTK5 ZQGOIMPX
  ZQGOORDO ZQGOPRNV ZQGOTPLB`.split(/\s+/)

const verbs = Object.keys(COMMAND_VERBS) as CommandVerb[]
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

describe('command codes', () => {
  test('the check character follows the published example of MOD 37,36', () => {
    expect(checkCharOf('A12425GABC1234002')).toBe('M')
    expect(checkCharOf('')).toBeNull()
    expect(checkCharOf('A-1')).toBeNull()
  })

  test('every printed code is read as its verb, and every verb has a printed code', () => {
    expect(verbs.map(commandCodeOf)).toEqual(PRINTED)
    for (const [index, code] of PRINTED.entries())
      expect(parseCommandCode(code)).toEqual({ kind: 'command', verb: verbs[index] })
  })

  test('multipliers run from X02 to X99', () => {
    expect([2, 12, 99].map(multiplierCodeOf)).toEqual(['ZQX02M', 'ZQX12I', 'ZQX999'])
    expect(parseCommandCode('ZQX12I')).toEqual({ kind: 'multiplier', factor: 12 })
    expect(() => multiplierCodeOf(1)).toThrow()
    expect(() => multiplierCodeOf(100)).toThrow()
    expect(parseCommandCode(`ZQX01${checkCharOf('ZQX01')}`)).toEqual({ kind: 'damagedCommand' })
  })

  test('a badge is told from commands by its length and form', () => {
    const badge = badgeCodeOf('0123456789ABCDEFGHJKMNPQRS')
    expect(badge).toHaveLength(BADGE_LENGTH)
    expect(parseCommandCode(badge)).toEqual({ kind: 'badge', badge })
    expect(() => badgeCodeOf('0123456789ABCDEFGHJKMNPQRI')).toThrow()
    expect(parseCommandCode(`${badge.slice(0, -1)}#`)).toEqual({ kind: 'damagedCommand' })
  })

  test('every single wrong character is refused as damaged', () => {
    for (const code of PRINTED) {
      for (let at = 2; at < code.length; at += 1) {
        for (const char of ALPHABET) {
          if (char === code[at]) continue
          const wrong = code.slice(0, at) + char + code.slice(at + 1)
          expect(parseCommandCode(wrong), wrong).toEqual({ kind: 'damagedCommand' })
        }
      }
    }
  })

  test('the one swap with a right check character is no verb', () => {
    expect(checkCharOf('ZQMTUE')).toBe('Z')
    expect(parseCommandCode('ZQMTUEZ')).toEqual({ kind: 'damagedCommand' })
  })

  test('a text without the prefix is no command', () => {
    expect(parseCommandCode('SKU-1')).toBeNull()
    expect(parseCommandCode('zqokb')).toBeNull()
    expect(parseCommandCode('ZQ')).toEqual({ kind: 'damagedCommand' })
    expect(parseCommandCode('ZQconstructor')).toEqual({ kind: 'damagedCommand' })
  })
})
