import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { decodeFrame, encodeFrame, frameLength } from './bridgeFrame.ts'

describe('a frame', () => {
  it('is plain JSON when the message holds no bytes', () => {
    expect(encodeFrame({ raw: '面单', seq: 1 })).toBe('{"raw":"面单","seq":1}')
  })

  it('brings back bytes at every depth, empty ones and Buffers too', () => {
    const message = {
      a: Uint8Array.of(1, 2, 3),
      rows: [{ png: Buffer.from([255, 0]) }, { png: new Uint8Array(0) }],
      last: '末',
    }
    expect(decodeFrame(encodeFrame(message))).toEqual({
      a: Uint8Array.of(1, 2, 3),
      rows: [{ png: Uint8Array.of(255, 0) }, { png: new Uint8Array(0) }],
      last: '末',
    })
  })

  it('counts its length in bytes, not in characters', () => {
    expect(frameLength(encodeFrame('面'))).toBe(5)
  })

  it('is undefined when it was cut or lengthened anywhere', () => {
    const frame = encodeFrame({ a: Uint8Array.of(1, 2, 3), b: 'x' })
    if (typeof frame === 'string') throw new Error('expected bytes')
    for (let length = 0; length < frame.byteLength; length += 1)
      expect(decodeFrame(frame.subarray(0, length))).toBeUndefined()
    expect(decodeFrame(Buffer.concat([frame, Buffer.of(0)]))).toBeUndefined()
  })

  it('never throws on noise (seed 7)', () => {
    const random = createSeededRandom(7)
    for (let round = 0; round < 500; round += 1) {
      const frame = random.bytes(random.int(40))
      expect(() => decodeFrame(frame)).not.toThrow()
    }
  })
})
