// `npm run torture:print -- [--language tspl|zpl|escpos|cpcl|all] [--labels 200] [--kills 30] [--seed N]`:
// prints labels while the host is killed and the printer goes through every fault, then compares the
// queue with the paper. Exit code 1 where a label came out twice or is missing without a word.
// `--transport cups [--labels 500]`: a packer's shift through a CUPS of its own instead, whose line breaks
// twice and which is started anew twice.
import { parseArgs } from 'node:util'
import { printerTalk } from '@/document/printerTalk.ts'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { missingForCups } from '../test/driver/privateCups.ts'
import { tortureCups } from '../test/driver/tortureCups.ts'
import { type TortureSum, torturePrint } from '../test/driver/torturePrint.ts'

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'tspl' },
    transport: { type: 'string', default: 'tcp9100' },
    labels: { type: 'string' },
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
})
const LABELS = 200
const SHIFT_LABELS = 500
const isCups = values.transport === 'cups'
const all = Object.keys(printerTalk) as RasterLanguage[]
const languages = all.filter(
  (name) => !isCups && (values.language === 'all' || name === values.language),
)
if (isCups) await shift()
else if (languages.length === 0) {
  process.stderr.write(`unknown language ${values.language}\n`)
  process.exitCode = 1
}
for (const language of languages) {
  const counts = { labels: Number(values.labels ?? LABELS), kills: Number(values.kills) }
  const sum = await torturePrint({ language, ...counts, seed: Number(values.seed) })
  process.stdout.write(`${lineOf(sum)}\n`)
  if (isBreach(sum)) process.exitCode = 1
}

async function shift(): Promise<void> {
  const missing = missingForCups()
  if (missing !== undefined) {
    process.stderr.write(`${missing} is missing; on Debian: apt-get install cups\n`)
    process.exitCode = 1
    return
  }
  const sum = await tortureCups(Number(values.labels ?? SHIFT_LABELS), (line) =>
    process.stderr.write(`${line}\n`),
  )
  const { labels, proved, asked, doubled, missing: lost, open } = sum
  const counts = [
    `torture:print cups: ${labels} labels`,
    `${proved} proved, ${asked} asked and printed again, ${open.length} left in doubt${listed(open)}`,
    `${doubled.length} doubled${listed(doubled)}, ${lost.length} missing${listed(lost)}`,
  ]
  process.stdout.write(`${counts.join(' · ')}\n`)
  if (doubled.length + lost.length + open.length > 0) process.exitCode = 1
}

function isBreach({ order, kills, doubled, missing, proved, asked, failed }: TortureSum): boolean {
  const isWhole = proved + asked + failed === order.labels && kills >= order.kills
  return doubled.length > 0 || missing.length > 0 || !isWhole
}

function lineOf(sum: TortureSum): string {
  const { order, kills, proved, asked, askedOut, failed, doubled, missing } = sum
  const faults = Object.entries(sum.faults).map(([kind, count]) => `${kind} ${count}`)
  return [
    `torture:print ${order.language} (seed ${order.seed}): ${order.labels} labels, ${kills} kills`,
    `faults ${faults.join(', ')}`,
    `${proved} proved, ${asked} asked (${askedOut} had come out), ${failed} failed`,
    `${doubled.length} doubled${listed(doubled)}, ${missing.length} missing${listed(missing)}`,
  ].join(' · ')
}

function listed(codes: readonly string[]): string {
  return codes.length === 0 ? '' : ` [${codes.join(' ')}]`
}
