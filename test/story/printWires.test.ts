import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDeviceTransport } from '@/station/print/transport/deviceTransport.ts'
import { createSerialTransport } from '@/station/print/transport/serialTransport.ts'
import { plugInSerial, type SerialPair } from '../driver/serialPair.ts'

const LABEL = Uint8Array.from({ length: 3_000 }, (_, at) => 0x41 + (at % 26))
const QUERY = new Uint8Array(Buffer.from('STATUS?'))

let folder: string
let pair: SerialPair

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packline-wire-'))
  pair = await plugInSerial(folder)
})

afterEach(async () => {
  await pair.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each([
  ['a device file', (path: string) => createDeviceTransport(path)],
  [
    'a serial port',
    (path: string) => createSerialTransport({ path, baudRate: 115_200, flow: 'none' }),
  ],
])('a printer on %s', (_name, create) => {
  test('takes a label whole, answers, and is heard when it speaks by itself', async () => {
    let heard = ''
    const stop = pair.answer((text) => {
      heard += text
      return text.includes('?') ? 'READY\r' : ''
    })
    const transport = create(pair.hostEnd)
    await transport.open(3_000)
    const isLine = (sofar: Uint8Array) => sofar.at(-1) === 0x0d
    expect(Buffer.from(await transport.ask(QUERY, isLine, 3_000)).toString()).toBe('READY\r')
    let handedOver = 0
    await transport.send(LABEL, (count) => {
      handedOver += count
    })
    expect(handedOver).toBe(LABEL.length)
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(QUERY.length + LABEL.length)
    await pair.write('DONE\r')
    const said = await transport.listen?.(isLine, 3_000)
    expect(Buffer.from(said ?? []).toString()).toBe('DONE\r')
    expect(await transport.ask(Uint8Array.of(0x20), isLine, 100)).toBe('silent')
    await transport.close()
    stop()
  })

  test('that is not plugged in is not reached', async () => {
    await expect(create(join(folder, 'nobody')).open(1_000)).rejects.toThrow()
  })
})
