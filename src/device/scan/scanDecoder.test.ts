import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { GS, type Keystroke } from './keyChar.ts'
import type { DecodedEvent } from './decodedEvent.ts'
import { createScanDecoder } from './scanDecoder.ts'
import { DEFAULT_SCANNER_PROFILE, type ScannerProfile } from './scannerProfile.ts'
import { PAD_DIGITS_MAX } from './scanRun.ts'
import { strokesOf } from './strokesOf.ts'

/** Goal: each rule for scan input holds on keystrokes alone. Method: a small language of typing
 *  (`type`, `key`, `wait`) drives the decoder on an invented clock. */
function createHand(profile: Partial<ScannerProfile> = {}) {
  const decoder = createScanDecoder({ ...DEFAULT_SCANNER_PROFILE, ...profile })
  const events: DecodedEvent[] = []
  let nowMs = 1_000
  let last = { prevent: false }
  const press = (stroke: Partial<Keystroke> & { code: string }) => {
    const none = { shift: false, ctrl: false, inField: false, composing: false }
    const decoded = decoder.press({ ...none, pressedAtMs: nowMs, ...stroke })
    last = decoded
    events.push(...decoded.events)
  }
  const hand = {
    events,
    prevented: () => last.prevent,
    key(code: string, more: Partial<Keystroke> = {}) {
      press({ code, ...more })
      return hand
    },
    type(text: string, gapMs = 10, more: Partial<Keystroke> = {}) {
      for (const stroke of strokesOf(text)) {
        press({ ...stroke, ...more })
        nowMs += gapMs
      }
      return hand
    },
    scan(text: string, gapMs = 10, more: Partial<Keystroke> = {}) {
      return hand.type(text, gapMs, more).key('Enter', more)
    },
    wait(ms: number) {
      nowMs += ms
      events.push(...decoder.tick(nowMs))
      return hand
    },
    /** The page hangs: the clock goes on, no tick comes. */
    hang(ms: number) {
      nowMs += ms
      return hand
    },
    raws: () => events.flatMap((event) => (event.kind === 'scan' ? [event.raw] : [])),
    kinds: () => events.map((event) => event.kind),
  }
  return hand
}

describe('a burst on the parked zone', () => {
  test.each([0, 1, 2, 5, 10, 80, 100])('arrives complete at %i ms a key', (gapMs) => {
    expect(createHand().scan('YT12abc34', gapMs).raws()).toEqual(['YT12abc34'])
  })

  test('keeps all printable ASCII, AIM ids and URLs', () => {
    const printable = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => at + 32))
    expect(createHand().scan(printable).raws()).toEqual([printable])
    expect(createHand().scan(']C10106901234567892').raws()).toEqual([']C10106901234567892'])
  })

  test('is decoded from the place of the key, also when an input method reports Process', () => {
    const hand = createHand().scan('A-03-2-05', 5, { composing: true })
    expect(hand.raws()).toEqual(['A-03-2-05'])
  })

  test('has a minimum length of 1', () => {
    expect(createHand().scan('7').raws()).toEqual(['7'])
    expect(createHand().scan('x').raws()).toEqual(['x'])
  })

  test('keeps GS and drops other control characters', () => {
    const hand = createHand().type('10LOT').key('BracketRight', { ctrl: true })
    hand.type('21SN').key('KeyD', { ctrl: true })
    expect(hand.prevented()).toBe(true)
    expect(hand.scan('1').raws()).toEqual([`10LOT${GS}21SN1`])
  })

  test('ends at Ctrl+J, which never opens the downloads', () => {
    const hand = createHand().type('ABC').key('KeyJ', { ctrl: true })
    expect(hand.prevented()).toBe(true)
    expect(hand.raws()).toEqual(['ABC'])
    expect(createHand().key('KeyJ', { ctrl: true }).prevented()).toBe(true)
  })

  test('swallows the second half of a CR LF suffix', () => {
    const hand = createHand().scan('ABC').hang(5).key('KeyJ', { ctrl: true })
    expect(hand.kinds()).toEqual(['scan'])
    expect(createHand().scan('ABC').hang(5).key('Enter').kinds()).toEqual(['scan'])
  })

  test('prevents every Ctrl+letter meanwhile, and leaves shortcuts alone otherwise', () => {
    expect(createHand().type('A').key('KeyS', { ctrl: true }).prevented()).toBe(true)
    expect(createHand().key('KeyC', { ctrl: true }).prevented()).toBe(false)
  })

  test('splits at the suffix only, also when scans follow back to back', () => {
    const hand = createHand()
    for (let at = 0; at < 50; at += 1) hand.scan(`CODE-${at}`, 2)
    expect(hand.raws()).toEqual(Array.from({ length: 50 }, (_, at) => `CODE-${at}`))
  })

  test('is not split by a page that hangs: the keys carry their own clock', () => {
    const hand = createHand().type('690123')
    const heldAtMs = 1_060
    hand.wait(400)
    for (const [at, stroke] of [...strokesOf('4567892'), { code: 'Enter' }].entries())
      hand.key(stroke.code, { ...stroke, pressedAtMs: heldAtMs + at * 10 })
    expect(hand.raws()).toEqual(['6901234567892'])
  })

  test('any text survives at any pace of a scanner', () => {
    const random = createSeededRandom(41)
    for (let round = 0; round < 300; round += 1) {
      const length = 5 + random.int(40)
      const text = String.fromCharCode(...Array.from({ length }, () => 33 + random.int(94)))
      expect(createHand().scan(text, random.int(100)).raws(), `round ${round}`).toEqual([text])
    }
  })
})

describe('a broken scan', () => {
  test('head and tail are both refused', () => {
    const hand = createHand().type('69012').wait(300).scan('34567892')
    expect(hand.raws()).toEqual([])
    expect(hand.events.at(-1)).toMatchObject({ kind: 'refused', reason: 'partial' })
    expect(hand.events.at(-1)).toMatchObject({ raw: '6901234567892' })
  })

  test('one lost key in the middle is enough', () => {
    const hand = createHand().type('A').wait(200).scan('BCDEF')
    expect(hand.kinds()).toEqual(['refused'])
  })

  test('a head without a tail is answered after a second', () => {
    const hand = createHand().type('YT1234').wait(200).wait(1_100)
    expect(hand.events).toEqual([
      { kind: 'refused', reason: 'partial', raw: 'YT1234', restoreField: false },
    ])
  })

  test('a lone Enter behind its head is all that is left of the tail, and no OK', () => {
    for (const head of ['YT1234', 'AB', '690123']) {
      const hand = createHand().type(head).wait(300).key('Enter')
      expect(hand.prevented(), head).toBe(true)
      expect(hand.events.filter((event) => event.kind !== 'pad')).toEqual([
        { kind: 'refused', reason: 'partial', raw: head, restoreField: false },
      ])
      expect(hand.key('Enter').kinds(), 'the rest of the suffix').not.toContain('key')
      expect(hand.wait(1_200).key('Enter').events.at(-1)).toEqual({ kind: 'key', code: 'Enter' })
    }
  })

  test('a head does not let the digits typed behind it pass as a number', () => {
    const kinds = createHand().type('YT1234').wait(300).type('5', 0).wait(300).key('Enter').kinds()
    expect([kinds.includes('refused'), kinds.includes('padConfirmed')]).toEqual([true, false])
  })

  test('the next good scan is accepted at once after a refusal', () => {
    const hand = createHand().type('690').wait(300).scan('1234').wait(50).scan('GOOD-1')
    expect(hand.raws()).toEqual(['GOOD-1'])
  })

  test('a pause longer than the profile allows breaks it, one as long does not', () => {
    expect(createHand().type('ABCD', 150).key('Enter').raws()).toEqual(['ABCD'])
    expect(createHand().type('ABC').hang(141).key('Enter').raws()).toEqual([])
    expect(createHand({ gapMsMax: 400 }).scan('ABCDE', 399).raws()).toEqual(['ABCDE'])
  })
})

describe('slow digits on the parked zone', () => {
  test.each([120, 250, 700])('go to the number pad at %i ms a key', (gapMs) => {
    const hand = createHand()
    for (const digit of '12') hand.type(digit, 0).wait(gapMs)
    hand.key('Enter')
    expect(hand.raws()).toEqual([])
    expect(hand.events).toContainEqual({ kind: 'padConfirmed', digits: '12' })
  })

  test('are shown before Enter and taken back one by one', () => {
    const hand = createHand().type('1', 0).wait(200).type('2', 0).wait(200)
    expect(hand.events.at(-1)).toEqual({ kind: 'pad', digits: '12' })
    expect(hand.key('Backspace').events.at(-1)).toEqual({ kind: 'pad', digits: '1' })
    expect(hand.key('Backspace').key('Enter').events.at(-1)).toEqual({ kind: 'key', code: 'Enter' })
  })

  test('never more than the pad takes', () => {
    const hand = createHand()
    for (let at = 0; at <= PAD_DIGITS_MAX; at += 1) hand.type('1', 0).wait(200)
    expect(hand.events.at(-1)).toEqual({ kind: 'pad', digits: '1'.repeat(PAD_DIGITS_MAX) })
  })

  test('at the head of a scan are no number: they are answered', () => {
    const hand = createHand().type('690123').wait(200).wait(1_100)
    expect(hand.kinds()).toEqual(['refused'])
  })

  test('do not spoil a scan that comes later', () => {
    const hand = createHand().type('1', 0).wait(200).wait(1_200).scan('6901234567892')
    expect(hand.raws()).toEqual(['6901234567892'])
  })

  test('Enter alone is a key', () => {
    expect(createHand().key('Enter').events).toEqual([{ kind: 'key', code: 'Enter' }])
  })

  test('a slash alone opens the field, a slash in front of a code does not', () => {
    expect(createHand().type('/', 0).wait(200).kinds()).toEqual(['openField'])
    expect(createHand().scan('/a/b').raws()).toEqual(['/a/b'])
  })
})

describe('the profile', () => {
  test('takes prefix, AIM id and strip characters off', () => {
    expect(createHand({ prefix: '~' }).scan('~ABC').raws()).toEqual(['ABC'])
    expect(createHand({ prefix: 'aim' }).scan(']E06901').raws()).toEqual(['6901'])
    expect(createHand({ prefix: 'F13' }).key('F13').scan('ABC').raws()).toEqual(['ABC'])
    expect(createHand({ stripStart: '*', stripEnd: '*' }).scan('*ABC*').raws()).toEqual(['ABC'])
  })

  test('has a gap of 50 to 400 ms', () => {
    expect(() => createHand({ gapMsMax: 50 })).not.toThrow()
    expect(() => createHand({ gapMsMax: 49 })).toThrow()
    expect(() => createHand({ gapMsMax: 401 })).toThrow()
  })

  test('names the suffix; other end keys inside a burst are swallowed', () => {
    const hand = createHand({ suffixes: ['tab'] })
      .type('AB')
      .key('Enter')
      .type('C')
      .key('Tab')
    expect(hand.raws()).toEqual(['ABC'])
  })
})

describe('the trigger pulled twice', () => {
  test.each([
    [0, ['scan', 'repeat']],
    [300, ['scan', 'repeat']],
    [900, ['scan', 'scan']],
  ])('after %i ms gives %j', (pauseMs, kinds) => {
    expect(createHand().scan('SKU-1').hang(pauseMs).scan('SKU-1').kinds()).toEqual(kinds)
  })

  test('another code in between is no repeat', () => {
    const hand = createHand().scan('A-1').scan('B-1').scan('A-1')
    expect(hand.kinds()).toEqual(['scan', 'scan', 'scan'])
  })
})

describe('in a field', () => {
  const field = { inField: true }

  test('a person types undisturbed', () => {
    const hand = createHand().type('search 12', 120, field)
    expect(hand.prevented()).toBe(false)
    hand.key('Enter', field)
    expect(hand.prevented()).toBe(false)
    expect(hand.raws()).toEqual([])
  })

  test('a burst is routed and the old text comes back', () => {
    const hand = createHand().scan('6901234567892', 10, field)
    expect(hand.prevented()).toBe(true)
    expect(hand.events).toEqual([
      { kind: 'fieldRunStarted', afterPartial: false },
      { kind: 'scan', raw: '6901234567892', restoreField: true },
    ])
    expect(createHand().scan('A-03-2-05', 80, field).raws()).toEqual(['A-03-2-05'])
  })

  test('a quick number typed by hand stays in the field', () => {
    expect(createHand().scan('12', 80, field).raws()).toEqual([])
  })
})
