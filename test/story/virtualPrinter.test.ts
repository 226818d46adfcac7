import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { encodeLabel } from '@/document/encodeLabel.ts'
import { defaultProfile, type RasterLanguage } from '@/document/printerProfile.ts'
import { type PrinterQuestion, printerTalk } from '@/document/printerTalk.ts'
import { parsePrinterFault } from '../driver/virtualPrinter/printerFault.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../driver/virtualPrinter/virtualPrinter.ts'

const languages: readonly RasterLanguage[] = ['tspl', 'zpl', 'escpos', 'cpcl']
const square = { widthDots: 8, heightDots: 8, bytesPerRow: 1, bits: new Uint8Array(8).fill(0xff) }
const SILENCE_MS = 150

let printer: VirtualPrinter | undefined

afterEach(async () => {
  await printer?.close()
  printer = undefined
})

async function start(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  printer = await startVirtualPrinter(options)
  return printer
}

/** A connection that keeps what it hears; `ended` is how it went. */
interface Call {
  readonly socket: Socket
  heard: Buffer
  ended: 'open' | 'ended' | 'reset' | 'refused'
}

function callUp({ port }: VirtualPrinter): Promise<Call> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
    const call: Call = { socket, heard: Buffer.alloc(0), ended: 'open' }
    socket.on('data', (chunk: Buffer) => {
      call.heard = Buffer.concat([call.heard, chunk])
    })
    socket.on('end', () => {
      call.ended = 'ended'
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      call.ended = error.code === 'ECONNREFUSED' ? 'refused' : 'reset'
      resolve(call)
    })
    socket.once('connect', () => resolve(call))
  })
}

async function ask<Answer>(
  call: Call,
  { query, isComplete, parse }: Pick<PrinterQuestion<Answer>, 'query' | 'isComplete' | 'parse'>,
): Promise<Answer | 'silent'> {
  call.heard = Buffer.alloc(0)
  call.socket.write(query)
  for (let waitedMs = 0; waitedMs < SILENCE_MS; waitedMs += 5) {
    if (isComplete(call.heard)) return parse(call.heard)
    await sleep(5)
  }
  return 'silent'
}

function labelBytes(language: RasterLanguage): Uint8Array {
  return encodeLabel(square, { ...defaultProfile('p'), language }, deflateSync)
}

async function print(at: VirtualPrinter, language: RasterLanguage): Promise<Call> {
  const call = await callUp(at)
  call.socket.end(labelBytes(language))
  return call
}

describe.each(languages)('a printer that speaks %s', (language) => {
  const { status } = printerTalk[language]

  test('prints, and answers that it is ready', async () => {
    const at = await start({ language })
    const call = await callUp(at)
    expect(await ask(call, status)).toBe('ready')
    call.socket.write(labelBytes(language))
    await at.untilPrinted(1)
    expect(await ask(call, status)).toBe('ready')
    expect(at.nonsense()).toEqual([])
  })

  test.each([
    ['paperOut', 'noPaper'],
    ['headOpen', 'headOpen'],
    ['jam', { tspl: 'jam', zpl: 'noPaper', escpos: 'error', cpcl: 'busy' }[language]],
  ] as const)('says %s, holds its labels and prints them once mended', async (kind, condition) => {
    const at = await start({
      language,
      fault: { kind, atLabel: 2 },
      isSilentWhenStopped: false,
    })
    for (let n = 0; n < 3; n += 1) await print(at, language)
    await at.untilPrinted(1)
    await sleep(30)
    expect(at.labels()).toHaveLength(1)
    const call = await callUp(at)
    expect(await ask(call, status)).toBe(condition)
    await at.loadPaper()
    await at.untilPrinted(3)
    expect(await ask(call, status)).toBe('ready')
  })

  test('splits, joins or keeps back its answers, and ends instead of answering', async () => {
    const at = await start({ language, fault: { kind: 'splitAnswers' } })
    const call = await callUp(at)
    expect(await ask(call, status)).toBe('ready')
    at.setFault({ kind: 'joinedAnswers' })
    call.socket.write(status.query)
    expect(await ask(call, status)).toBe('ready')
    at.setFault({ kind: 'silent' })
    expect(await ask(call, status)).toBe('silent')
    at.setFault({ kind: 'endsUnanswered' })
    expect(await ask(call, status)).toBe('silent')
    expect(call.ended).toBe('ended')
  })

  test('talks first, which is not taken for an answer', async () => {
    const at = await start({ language, fault: { kind: 'talksFirst' } })
    const call = await callUp(at)
    await sleep(20)
    expect(call.heard.length).toBeGreaterThan(0)
    expect(await ask(call, status)).toBe('ready')
  })

  test('cuts a connection in a label, which is then not printed, or right after it', async () => {
    const at = await start({ language, fault: { kind: 'reset', afterBytes: 10 } })
    const broken = await print(at, language)
    await sleep(30)
    expect(broken.ended).toBe('reset')
    expect(at.labels()).toHaveLength(0)
    at.setFault({ kind: 'cutAfterLast' })
    const cut = await callUp(at)
    cut.socket.write(labelBytes(language))
    await at.untilPrinted(1)
    await sleep(20)
    expect(cut.ended).toBe('reset')
  })

  test('loses a label without a word', async () => {
    const at = await start({ language, fault: { kind: 'lost', atLabel: 2 } })
    for (let n = 0; n < 3; n += 1) await print(at, language)
    await at.untilPrinted(2)
    await sleep(30)
    expect(at.labels()).toHaveLength(2)
  })

  test('refuses, or takes nothing, until that is mended', async () => {
    const at = await start({ language, fault: { kind: 'refuse' } })
    expect((await callUp(at)).ended).toBe('refused')
    at.setFault({ kind: 'neverReads' })
    await sleep(20)
    await print(at, language)
    await sleep(30)
    expect(at.labels()).toHaveLength(0)
    at.setFault(undefined)
    await at.untilPrinted(1)
  })
})

describe('proof that a label came out', () => {
  test.each(['tspl', 'zpl'] as const)('the counter of %s moves once a label', async (language) => {
    const { counter } = printerTalk[language]
    if (!counter) throw new Error('it counts')
    const at = await start({ language, odometer: 41, fault: { kind: 'lost', atLabel: 1 } })
    const call = await callUp(at)
    expect(await ask(call, counter)).toBe(41)
    for (let n = 0; n < 2; n += 1) call.socket.write(labelBytes(language))
    await at.untilPrinted(1)
    expect(await ask(call, counter)).toBe(42)
  })

  test('an ESC/POS printer gives the id back only once the label is out', async () => {
    const { receipt } = printerTalk.escpos
    if (!receipt) throw new Error('it has ids')
    const at = await start({ language: 'escpos', fault: { kind: 'paperOut', atLabel: 1 } })
    const call = await callUp(at)
    call.socket.write(labelBytes('escpos'))
    expect(await ask(call, { ...receipt, query: receipt.tail('a001') })).toBe('silent')
    await at.loadPaper()
    await sleep(20)
    expect(receipt.parse(call.heard)).toBe('a001')
  })

  test('a CPCL printer answers only once the label is out', async () => {
    const at = await start({ language: 'cpcl', labelMs: 60 })
    const call = await callUp(at)
    call.socket.write(labelBytes('cpcl'))
    expect(await ask(call, printerTalk.cpcl.status)).toBe('ready')
    expect(at.labels()).toHaveLength(1)
  })

  test('the others say that they are busy meanwhile', async () => {
    for (const language of ['tspl', 'zpl'] as const) {
      const at = await startVirtualPrinter({ language, labelMs: 100 })
      const call = await callUp(at)
      call.socket.write(labelBytes(language))
      await sleep(20)
      expect(await ask(call, printerTalk[language].status), language).toBe('busy')
      await at.close()
    }
  })
})

test('newer ZPL firmware keeps silent while it waits for a person', async () => {
  const at = await start({ language: 'zpl', fault: { kind: 'headOpen', atLabel: 1 } })
  await print(at, 'zpl')
  await sleep(20)
  const call = await callUp(at)
  expect(await ask(call, printerTalk.zpl.status)).toBe('silent')
  await at.loadPaper()
  expect(await ask(call, printerTalk.zpl.status)).toBe('ready')
})

test('what it does not understand is told, and the connection dropped', async () => {
  const at = await start({ language: 'tspl' })
  const call = await callUp(at)
  call.socket.write('^XA^XZ\r\n')
  await sleep(30)
  expect(call.ended).not.toBe('open')
  expect(at.nonsense()).toEqual([expect.stringContaining('unknown command ^XA^XZ')])
})

test.each([
  ['refuse', { kind: 'refuse' }],
  ['slow:40000', { kind: 'slow', bytesPerSecond: 40_000 }],
  ['reset:4000', { kind: 'reset', afterBytes: 4_000 }],
  ['lost:3', { kind: 'lost', atLabel: 3 }],
  ['paperOut', undefined],
  ['paperOut:0', undefined],
  ['refuse:3', undefined],
  ['rain', undefined],
])('the fault %s is ordered as %j', (text, fault) => {
  expect(parsePrinterFault(text)).toEqual(fault)
})
