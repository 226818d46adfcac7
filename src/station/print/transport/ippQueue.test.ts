import { createServer as createHttp, type Server as Http } from 'node:http'
import { parse, serialize } from '@sealsystems/ipp'
import { afterEach, expect, test } from 'vitest'
import { createIppQueue } from './ippQueue.ts'

let cups: Http | undefined

afterEach(() => new Promise((done) => (cups ? cups.close(done) : done(undefined))))

/** A CUPS that gives one answer to each operation. */
async function answering(answers: Readonly<Record<string, object>>, status = 'successful-ok') {
  const asked: unknown[] = []
  cups = createHttp((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const message = parse(Buffer.concat(parts))
      asked.push(message)
      const operation = {
        'attributes-charset': 'utf-8',
        'attributes-natural-language': 'en',
      }
      const answer = { version: '2.0', statusCode: status, id: message.id }
      const said = answers[message.operation ?? ''] ?? {}
      response.setHeader('content-type', 'application/ipp')
      response.end(serialize({ ...answer, 'operation-attributes-tag': operation, ...said }))
    })
  })
  await new Promise<void>((done) => cups?.listen(0, '127.0.0.1', done))
  const address = cups.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { asked, queue: createIppQueue(`http://127.0.0.1:${port}/printers/label`, 'packline') }
}

test('a job is found by its title, and the bytes go out under it', async () => {
  const job = { 'job-id': 3, 'job-name': 'job-1', 'job-state': 'completed' }
  const { queue, asked } = await answering({ 'Get-Jobs': { 'job-attributes-tag': job } })
  await queue.submit('job-1', 'application/vnd.cups-raw', Uint8Array.of(0x41, 0x42))
  expect(asked[0]).toMatchObject({
    operation: 'Print-Job',
    'operation-attributes-tag': { 'job-name': 'job-1' },
  })
  expect([await queue.jobState('job-1'), await queue.jobState('job-2')]).toEqual([
    'completed',
    'gone',
  ])
})

test('what CUPS says of its printer is read, one reason or several', async () => {
  const said = { 'printer-state': 'stopped', 'printer-state-reasons': ['media-empty-error'] }
  const { queue } = await answering({
    'Get-Printer-Attributes': { 'printer-attributes-tag': said },
  })
  expect(await queue.state()).toMatchObject({ isStopped: true, reasons: ['media-empty-error'] })
})

test('a refusal of CUPS is a fault', async () => {
  const { queue } = await answering({}, 'client-error-not-found')
  await expect(queue.state()).rejects.toThrow('client-error-not-found')
})

test('an answer that breaks off in the middle, as when CUPS is started anew, is a fault', async () => {
  cups = createHttp((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/ipp', 'content-length': 500 })
      response.write('half', () => request.socket.destroy())
    })
  })
  await new Promise<void>((done) => cups?.listen(0, '127.0.0.1', done))
  const address = cups.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const queue = createIppQueue(`http://127.0.0.1:${port}/printers/label`, 'packline', 300)
  await expect(queue.state()).rejects.toThrow('no answer')
})
