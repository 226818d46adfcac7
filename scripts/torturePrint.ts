// `npm run torture:print -- [--language tspl|zpl|escpos|cpcl|all] [--labels 200] [--kills 30] [--seed N]`:
// prints labels while the host is killed and the printer goes through every fault, then compares the
// queue with the paper. Exit code 1 where a label came out twice or is missing without a word.
import { parseArgs } from 'node:util'
import { printerTalk } from '@/document/printerTalk.ts'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { type TortureSum, torturePrint } from '../test/driver/torturePrint.ts'

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'tspl' },
    labels: { type: 'string', default: '200' },
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
})
const all = Object.keys(printerTalk) as RasterLanguage[]
const languages = all.filter((name) => values.language === 'all' || name === values.language)
if (languages.length === 0) {
  process.stderr.write(`unknown language ${values.language}\n`)
  process.exitCode = 1
}
for (const language of languages) {
  const counts = { labels: Number(values.labels), kills: Number(values.kills) }
  const sum = await torturePrint({ language, ...counts, seed: Number(values.seed) })
  process.stdout.write(`${lineOf(sum)}\n`)
  if (isBreach(sum)) process.exitCode = 1
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
