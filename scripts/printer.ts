// `npm run printer -- [--port 9100] [--language tspl|zpl|escpos|cpcl] [--dpi 203|300] [--dir DIR]
//   [--label-ms 0] [--fault F]...`: a label printer on this machine. It draws what it is sent, answers
// status and counter questions in its language, and writes each label as a PNG and as the bytes it got.
// Faults, several at once: refuse · neverReads · slow:BYTES_PER_SECOND · talksFirst · reset:AFTER_BYTES
// · cutAfterLast · silent · endsUnanswered · splitAnswers · joinedAnswers · paperOut:LABEL ·
// headOpen:LABEL · jam:LABEL · lost:LABEL. Enter loads new paper and mends everything.
// `-- --component PLATFORM`: a platform's print component instead, see printComponent.ts.
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { decodeLabel } from '../test/driver/decodeLabel.ts'
import { type PrinterFault, parsePrinterFault } from '../test/driver/virtualPrinter/printerFault.ts'
import {
  type PrintedLabel,
  startVirtualPrinter,
} from '../test/driver/virtualPrinter/virtualPrinter.ts'
import { printComponent } from './printComponent.ts'

const languages: readonly RasterLanguage[] = ['tspl', 'zpl', 'escpos', 'cpcl']
const resolutions: Readonly<Record<string, 8 | 11.811>> = { 203: 8, 300: 11.811 }

const PORT_DEFAULT = 9_100

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    component: { type: 'string' },
    dir: { type: 'string', default: 'out/printer' },
    fault: { type: 'string', multiple: true, default: [] },
    language: { type: 'string', default: 'tspl' },
    dpi: { type: 'string', default: '203' },
    'label-ms': { type: 'string', default: '0' },
  },
})
const language = languages.find((name) => name === values.language)
const dotsPerMm = resolutions[values.dpi]
const faults = values.fault.flatMap((text) => parsePrinterFault(text) ?? [])
const unknown = values.fault.find((text) => parsePrinterFault(text) === undefined)
if (values.component !== undefined) await runComponent(values.component)
else if (!language) fail(`no such language: ${values.language}; one of ${languages.join(', ')}`)
else if (!dotsPerMm) fail(`no such resolution: ${values.dpi}; 203 or 300`)
else if (unknown !== undefined) fail(`no such fault: ${unknown}`)
else await run(language, dotsPerMm, faults)

async function runComponent(platform: string): Promise<void> {
  const { port } = values
  const wrong = await printComponent({ platform, port, fault: values.fault[0], say })
  if (wrong !== undefined) fail(wrong)
}

async function run(
  spoken: RasterLanguage,
  dots: 8 | 11.811,
  fault: readonly PrinterFault[],
): Promise<void> {
  const dir = resolve(values.dir)
  const printer = await startVirtualPrinter({
    port: Number(values.port ?? PORT_DEFAULT),
    language: spoken,
    dotsPerMm: dots,
    labelMs: Number(values['label-ms']),
    dir,
    fault,
    onLabel: (label) => void tell(label),
  })
  const at = `127.0.0.1:${printer.port}`
  say(`Packline printer ready: ${at}, ${spoken}, ${values.dpi} dpi, labels in ${dir}`)
  if (fault.length > 0) say(`faults: ${values.fault.join(' ')}; Enter mends them`)
  createInterface({ input: process.stdin }).on('line', () => {
    for (const why of printer.nonsense()) say(`not understood: ${why}`)
    void printer.loadPaper().then(() => say('paper loaded'))
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void printer.close().then(() => process.exit(0)))
}

async function tell({ index, png, bytes }: PrintedLabel): Promise<void> {
  const codes = await decodeLabel(png)
  const texts = [...new Set(codes.map((code) => code.text))].join(' ')
  say(`label ${index}  ${bytes.length} bytes  ${texts}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}
