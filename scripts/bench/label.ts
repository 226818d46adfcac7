// `npm run bench:label [-- --labels 200]`: how long one 100 × 150 mm waybill takes from model to
// printer bytes, against the plain canvas work of the same size and the picture path of
// node-thermal-printer in the same run, and how long from submitting a label to its first byte at a TCP
// port. Ratios travel between machines, milliseconds do not.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCanvas } from '@napi-rs/canvas'
import thermal from 'node-thermal-printer'
import { defaultProfile } from '@/document/printerProfile.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import { systemClock } from '@/kernel/clock.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { previewPng } from '@/station/print/previewPng.ts'
import { createPrintService } from '@/station/print/printService.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { sampleWaybill } from '../../test/driver/sampleWaybill.ts'

const { values } = parseArgs({ options: { labels: { type: 'string', default: '200' } } })
const count = Number(values.labels)
const WARM_UP = 20
const profile = { ...defaultProfile('p'), density: 8 }
const receiptProfile = { ...profile, language: 'escpos' } as const
const press = createLabelPress(loadLabelFonts())
const peer = new thermal.ThermalPrinter({ type: thermal.PrinterTypes.EPSON, interface: '' })

const measured = await measureTogether({
  baseline: plainCanvas,
  check: (n) => press.check(labelOf(n), profile),
  encode: (n) => press.encode(labelOf(n), profile),
  escpos: (n) => press.encode(labelOf(n), receiptProfile),
  thermalPeer: peerPicture,
})
const firstByte = await measureFirstByte()
report()

/** Takes turns, so that whatever else the machine does falls on all of them alike. */
async function measureTogether<Name extends string>(
  acts: Record<Name, (n: number) => unknown>,
): Promise<Map<string, number[]>> {
  const took = new Map<string, number[]>()
  for (let n = 0; n < count + WARM_UP; n += 1) {
    for (const [name, act] of Object.entries<(n: number) => unknown>(acts)) {
      const startedMs = performance.now()
      await act(n)
      const tookMs = performance.now() - startedMs
      if (n >= WARM_UP) took.set(name, [...(took.get(name) ?? []), tookMs])
      // Labels never come back to back in one turn of the loop; without this memory grows for nothing.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  for (const sorted of took.values()) sorted.sort((a, b) => a - b)
  return took
}

/** What no label of this size can do without: white paper, and its pixels read back. */
function plainCanvas(): void {
  const context = createCanvas(800, 1200).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 800, 1200)
  context.getImageData(0, 0, 800, 1200)
}

/** The same label the way node-thermal-printer takes a picture: the same drawing as a PNG, then its bytes. */
async function peerPicture(n: number): Promise<Uint8Array | undefined> {
  const png = await previewPng(press.draw(labelOf(n), receiptProfile))
  peer.clear()
  await peer.printImageBuffer(Buffer.from(png))
  return peer.getBuffer()
}

function labelOf(n: number) {
  const waybillNo = `SF${String(3_225_531_900_000 + n)}`
  const facts = sampleWaybill({ waybillNo })
  const paper = { widthMm: 100, heightMm: 150 }
  return waybillLabel({ facts, words: readPaperWords('zh-CN').waybill, paper, dotsPerMm: 8 })
}

/** Submits labels one after the other to a printer that only takes bytes. */
async function measureFirstByte(): Promise<number[]> {
  let firstAtMs = 0
  const sink = createServer((socket) => {
    socket.on('data', () => {
      firstAtMs ||= performance.now()
    })
    socket.on('end', () => socket.end()).on('error', () => undefined)
  })
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  const address = sink.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const dir = await mkdtemp(join(tmpdir(), 'packline-bench-'))
  const transport = { kind: 'tcp9100', host: '127.0.0.1', port } as const
  const service = await createPrintService({
    dir,
    clock: systemClock,
    printers: [{ name: 'sink', profile, transport }],
  })
  const tookMs: number[] = []
  // The first labels teach the queue that this printer answers no questions.
  for (let n = -3; n < Math.min(count, 60); n += 1) {
    firstAtMs = 0
    const no = String(n + 3)
    const label = labelOf(n + 3)
    const startedMs = performance.now()
    await service.submit({
      key: `bench-${no}`,
      printerId: 'p',
      label: { ...label, nodes: [...label.nodes] },
      document: { kind: 'waybill', no, revision: 0 },
      operatorId: 'bench',
    })
    while (!service.jobs().some((job) => job.jobId === `bench-${no}` && job.state === 'sent'))
      await new Promise((resolve) => setTimeout(resolve, 5))
    if (n >= 0) tookMs.push(firstAtMs - startedMs)
  }
  await service.close()
  sink.close()
  await rm(dir, { recursive: true, force: true })
  return tookMs.sort((a, b) => a - b)
}

function report(): void {
  const at = (sorted: readonly number[], share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const base = at(measured.get('baseline') ?? [], 0.5)
  const rows = [...measured, ['firstByte', firstByte] as const].map(([name, sorted]) => ({
    name,
    p50Ms: round(at(sorted, 0.5)),
    p95Ms: round(at(sorted, 0.95)),
    p50Ratio: round(at(sorted, 0.5) / base),
    p95Ratio: round(at(sorted, 0.95) / base),
  }))
  console.table(rows)
  process.stdout.write(`${JSON.stringify({ bench: 'label', labels: count, rows })}\n`)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
