import { describe, expect, test } from 'vitest'
import type { DecodedEvent } from './decodedEvent.ts'
import { createScanDecoder } from './scanDecoder.ts'
import { DEFAULT_SCANNER_PROFILE } from './scannerProfile.ts'

/** Goal: a scan that an input method took in a field is refused once, and nothing of it is taken.
 *  Method: what a page was told is played again, in its order: `12 + KeyY` went down at 12 ms, `- KeyY` came up,
 *  `~` the input method took something, `? Digit3` a key it took, under whatever name. */
function play(told: string, from = createScanDecoder(DEFAULT_SCANNER_PROFILE)) {
  const events: DecodedEvent[] = []
  const prevented: string[] = []
  for (const line of told.split(',').map((each) => each.trim())) {
    const [at = '', sign = '', code = ''] = line.split(' ')
    const atMs = Number(at)
    if (sign === '~') events.push(...from.take(atMs))
    else if (sign === '-') events.push(...from.release({ code, atMs }))
    else {
      const isParked = sign === '*'
      const stroke = { code, pressedAtMs: atMs, inField: !isParked, composing: sign === '?' }
      const decoded = from.press({ ...stroke, shift: false, ctrl: false })
      events.push(...decoded.events)
      if (decoded.prevent) prevented.push(code)
    }
  }
  return {
    events,
    prevented,
    decoder: from,
    answers: events.flatMap((event) =>
      event.kind === 'fieldRunStarted'
        ? []
        : [`${event.kind} ${'reason' in event ? event.reason : ''}`.trim()],
    ),
  }
}

/** Keys of somebody who writes words: one in 140 ms. */
const words = (count: number, fromMs = 0) =>
  Array.from(
    { length: count },
    (_, i) => `${fromMs + i * 140} ~, ${fromMs + i * 140 + 60} - KeyN`,
  ).join(', ')

describe('fcitx5 pinyin, as recorded', () => {
  // YT12abc34 at 2 ms a key: keys that follow are told before what the input method made of those before.
  const quick = `9840 ? Digit3, 9846 ~, 9792 - KeyY, 9861 ?, 9900 ~, 9795 - KeyT, 9906 ~, 9800 - Digit1,
    9801 + Digit2, 9802 - Digit2, 9933 ~, 9806 - KeyA, 9960 ~, 9816 - KeyB, 9995 ~, 9998 ~, 9834 - KeyC,
    9840 - Digit3, 9857 + Digit4, 9859 - Digit4, 9860 + Enter`
  // At 10 ms a key on a busy machine: each step of the input method is 70 ms late.
  const late = `12700 ?, 12705 ~, 12630 - KeyY, 12817 ~, 12823 ~, 12640 - KeyT, 12647 - Digit1, 12651 + Digit2,
    12655 - Digit2, 12873 ~, 12670 - KeyA, 12958 ~, 12675 - KeyB, 13031 ~, 12685 - KeyC, 13089 ~,
    12691 - Digit3, 13115 ~, 12697 - Digit4, 12700 + Enter`
  const slow = `15311 ? KeyT, 15316 ~, 15289 - KeyY, 15381 ? Digit1, 15392 ~, 15340 - KeyT, 15430 ? Digit2,
    15434 ~, 15381 - Digit1, 15409 + Digit2, 15430 - Digit2, 15471 ? KeyA, 15490 ~, 15471 - KeyA, 15520 ? KeyB,
    15540 ~, 15520 - KeyB, 15575 ? KeyC, 15595 ~, 15575 - KeyC, 15616 ~, 15632 - Digit3, 15653 + Digit4,
    15678 - Digit4, 15698 + Enter`

  test.each([
    ['2 ms', quick],
    ['10 ms, a busy machine', late],
    ['50 ms', slow],
  ])(
    'a scan at %s a key is refused once, and its Enter does not reach the field',
    (_pace, told) => {
      const { answers, prevented, events } = play(told)
      expect(answers).toEqual(['refused composed'])
      expect(prevented).toEqual(['Enter'])
      expect(events[0]).toEqual({ kind: 'fieldRunStarted', afterPartial: false })
      expect(events.at(-1)).toMatchObject({ restoreField: true })
    },
  )

  test('the next scan on the parked zone is right', () => {
    const { decoder } = play(late)
    expect(play('13300 * KeyA, 13310 * KeyB, 13320 * Enter', decoder).events).toMatchObject([
      { kind: 'scan', raw: 'ab' },
    ])
  })
})

describe('a scan that an input method took', () => {
  const letters = '10 ~, 12 - KeyA, 20 ~, 22 - KeyB, 30 ~, 32 - KeyC'

  test('is refused when its Enter came up and nobody saw it go down', () => {
    expect(play(`${letters}, 44 - Enter`).answers).toEqual(['refused composed'])
  })

  test('once, when a key is told under the name of an Enter that is still to come', () => {
    const { answers } = play(
      `${letters}, 90 ? Enter, 95 ~, 36 - Digit4, 38 + Digit5, 39 - Digit5, 44 + Enter`,
    )
    expect(answers).toEqual(['refused composed'])
  })

  test('is refused when its end never comes, and a late tail is no scan of its own', () => {
    const { decoder } = play(letters)
    expect(decoder.tick(400)).toEqual([])
    expect(decoder.tick(700)).toMatchObject([{ kind: 'refused', reason: 'composed' }])
    const tail = play('120 * Digit3, 200 * Digit4, 280 * Enter', decoder)
    expect([tail.answers, tail.prevented]).toEqual([[], ['Digit3', 'Digit4', 'Enter']])
    expect(play('900 * KeyA, 910 * Enter', decoder).answers).toEqual(['scan'])
  })

  test('is refused with its tail when it broke off', () => {
    const { answers } = play(
      `${letters}, 300 ~, 302 - Digit3, 320 + Digit4, 322 - Digit4, 330 + Enter`,
    )
    expect(answers).toEqual(['refused composed'])
  })

  test('is told by its own steps where keys that come up are not told', () => {
    const silent = Array.from({ length: 6 }, (_, i) => `${i * 10} ~`).join(', ')
    expect(play(`${silent}, 60 + Enter`).answers).toEqual(['refused composed'])
  })

  test('leaves no burst behind it that passes as a code', () => {
    expect(
      play('0 ~, 2 - KeyY, 200 + Digit1, 202 - Digit1, 210 + Digit2, 220 + Enter').answers,
    ).toEqual(['refused composed'])
  })
})

describe('a person who writes Chinese', () => {
  test('is left alone, and Enter is theirs', () => {
    const { answers, prevented } = play(`${words(6)}, 900 + Enter`)
    expect([answers, prevented]).toEqual([['key'], []])
    expect(play(words(6)).decoder.tick(5_000)).toEqual([])
  })

  test('may end what is being written by an Enter that the input method takes', () => {
    expect(play(`${words(4)}, 600 ? Enter, 650 - Enter`).answers).toEqual([])
  })

  test('keeps the words written before a scan came', () => {
    const { events } = play(
      `${words(4)}, 700 ~, 702 - KeyA, 710 ~, 712 - KeyB, 720 ~, 722 - KeyC, 730 + Enter`,
    )
    const starts = events.filter(({ kind }) => kind === 'fieldRunStarted')
    expect(starts.length).toBe(2)
    expect(events.at(-1)).toMatchObject({ kind: 'refused', reason: 'composed' })
  })
})
