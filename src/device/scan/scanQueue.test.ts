import { expect, test } from 'vitest'
import { createScanQueue, SCAN_QUEUE_MAX, type ScanInput } from './scanQueue.ts'

function inputOf(seq: number): ScanInput {
  const scan = { raw: `CODE-${seq}`, source: 'wedge', deviceId: 'keyboard', seq, atMs: 0 } as const
  return { scan, fault: null }
}
const quiet = { changed: () => {}, failed: () => {} }

test('scans wait for a consumer and are then worked on in order', async () => {
  const queue = createScanQueue(quiet)
  const seen: number[] = []
  for (let seq = 1; seq <= 20; seq += 1) queue.add(inputOf(seq))
  queue.setConsumer(async ({ scan }) => {
    await Promise.resolve()
    seen.push(scan.seq)
  })
  await expect.poll(() => queue.waiting()).toBe(0)
  expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
})

test('a consumer that hangs holds the queue and drops nothing', async () => {
  const queue = createScanQueue(quiet)
  const seen: number[] = []
  let free = () => {}
  const hang = new Promise<void>((resolve) => {
    free = resolve
  })
  queue.setConsumer(async ({ scan }) => {
    if (scan.seq === 1) await hang
    seen.push(scan.seq)
  })
  for (let seq = 1; seq <= 5; seq += 1) queue.add(inputOf(seq))
  await Promise.resolve()
  expect(seen).toEqual([])
  free()
  await expect.poll(() => seen).toEqual([1, 2, 3, 4, 5])
})

test('the queue takes 200 scans and refuses the next', () => {
  const queue = createScanQueue(quiet)
  for (let seq = 1; seq <= SCAN_QUEUE_MAX; seq += 1) expect(queue.add(inputOf(seq))).toBe(true)
  expect(queue.add(inputOf(SCAN_QUEUE_MAX + 1))).toBe(false)
  expect(queue.waiting()).toBe(SCAN_QUEUE_MAX)
})

test('a consumer that fails is reported and the next scan is worked on', async () => {
  const failed: number[] = []
  const seen: number[] = []
  const queue = createScanQueue({
    changed: () => {},
    failed: (_, { scan }) => failed.push(scan.seq),
  })
  queue.setConsumer(({ scan }) => {
    if (scan.seq === 1) throw new Error('broken')
    seen.push(scan.seq)
  })
  queue.add(inputOf(1))
  queue.add(inputOf(2))
  await expect.poll(() => seen).toEqual([2])
  expect(failed).toEqual([1])
})
