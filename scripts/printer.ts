// `npm run printer -- [--port 9100] [--dir DIR] [--fault F]`: a label printer on this machine. It speaks
// TSPL, answers status questions and writes each label as a PNG and as the bytes it got.
// Faults: refuse · silent · slow:BYTES_PER_SECOND · reset:AFTER_BYTES · paperOut:LABEL.
// Enter loads new paper.
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { decodeLabel } from '../test/driver/decodeLabel.ts'
import {
  type PrinterFault,
  startVirtualPrinter,
} from '../test/driver/virtualPrinter/virtualPrinter.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9100' },
    dir: { type: 'string', default: 'out/printer' },
    fault: { type: 'string' },
    lang: { type: 'string', default: 'tspl' },
  },
})
const fault = values.fault === undefined ? 'none' : parseFault(values.fault)
if (fault === undefined) fail(`unknown fault ${values.fault}`)
else if (values.lang !== 'tspl') fail(`this printer speaks tspl, not ${values.lang}`)
else if (fault === 'refuse') await refuse()
else await run(fault === 'none' ? undefined : fault)

async function run(printerFault: PrinterFault | undefined): Promise<void> {
  const dir = resolve(values.dir)
  const printer = await startVirtualPrinter({
    port: Number(values.port),
    dir,
    fault: printerFault,
    onLabel: ({ index, png, bytes }) => {
      void decodeLabel(png).then((codes) => {
        const texts = [...new Set(codes.map((code) => code.text))].join(' ')
        say(`label ${index}  ${bytes.length} bytes  ${texts}`)
      })
    },
  })
  say(`Packline printer ready: 127.0.0.1:${printer.port}, labels in ${dir}`)
  if (printerFault) say(`fault: ${values.fault}; Enter loads new paper and mends it`)
  createInterface({ input: process.stdin }).on('line', () => {
    void printer.loadPaper().then(() => say('paper loaded'))
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void printer.close().then(() => process.exit(0)))
}

/** A port that nobody listens on: what a printer looks like that is switched off. */
async function refuse(): Promise<void> {
  say(`Packline printer refuses on 127.0.0.1:${values.port}`)
}

function parseFault(text: string): PrinterFault | 'refuse' | undefined {
  const [kind, count = ''] = text.split(':')
  const number = Number(count)
  if (kind === 'refuse' || kind === 'silent') return kind === 'refuse' ? kind : { kind }
  if (!Number.isSafeInteger(number) || number < 1) return undefined
  if (kind === 'slow') return { kind, bytesPerSecond: number }
  if (kind === 'reset') return { kind, afterBytes: number }
  if (kind === 'paperOut') return { kind, atLabel: number }
  return undefined
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}
