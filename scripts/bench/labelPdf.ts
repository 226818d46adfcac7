// `npm run bench:pdf [-- --labels 1000]`: one PDF of so many 100 × 150 mm waybills, one a page, by our own
// writer, by pdfkit alone and by Chromium's print, one after the other, each in a process of its own. Time
// from the models to the bytes, fonts and browser opened; the most memory the process ever held.
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { hundredths } from './spread.ts'
import { type PdfWriterName, pdfWriters } from './pdfWriters.ts'

interface Row {
  readonly writer: PdfWriterName
  readonly ms: number
  readonly megabytes: number
  readonly peakRssMb: number
}

const { values } = parseArgs({
  options: { labels: { type: 'string', default: '1000' }, writer: { type: 'string' } },
})
const labels = Number(values.labels)
const names = Object.keys(pdfWriters) as PdfWriterName[]
const mine = names.find((name) => name === values.writer)
if (mine) await measure(mine)
else await compare()

async function measure(writer: PdfWriterName): Promise<void> {
  const { prepare } = pdfWriters[writer]
  const job = await prepare(labels)
  const startedMs = performance.now()
  const bytes = await job.write()
  const ms = hundredths(performance.now() - startedMs)
  const megabytes = hundredths(bytes.length / 1e6)
  const peakRssMb = Math.round((process.resourceUsage().maxRSS + (await job.otherKb())) / 1024)
  process.stdout.write(JSON.stringify({ writer, ms, megabytes, peakRssMb } satisfies Row))
  await job.close()
}

async function compare(): Promise<void> {
  const rows: Row[] = []
  for (const name of names) {
    const said = await inOwnProcess(name)
    process.stderr.write(`${said}\n`)
    rows.push(JSON.parse(said))
  }
  console.table(rows)
  process.stdout.write(`${JSON.stringify({ bench: 'pdf', labels, rows })}\n`)
}

/** Straight from the bundle: the bundler beside it would count as memory. */
function inOwnProcess(name: PdfWriterName): Promise<string> {
  const args = [process.env.PACKLINE_BUNDLE ?? '', '--labels', String(labels), '--writer', name]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${name}: ${code}`)),
    )
  })
}
