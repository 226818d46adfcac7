// `npm run day -- [--files DIR] [--orders N] [--seed S] [--kills N] [--shell browser|electron]`: works a
// whole day by scans only, in real Chromium with a printer that draws what it is sent, on the import
// files of DIR. Prints counts, step budgets and the rules kept; exit 1 on any breach.
import { parseArgs } from 'node:util'
import { workDay } from '../test/driver/day/workDay.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: 'assets/demo' },
    orders: { type: 'string', default: '24' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '0' },
    shell: { type: 'string', default: 'browser' },
    keep: { type: 'string' },
  },
})

const report = await workDay({
  files: values.files,
  orders: Number(values.orders),
  seed: Number(values.seed),
  kills: Number(values.kills),
  shell: values.shell === 'electron' ? 'electron' : 'browser',
  dataDir: values.keep,
  say: (line) => console.log(line),
})
for (const rule of report.rules) {
  console.log(`${rule.breaches.length === 0 ? 'kept  ' : 'BROKEN'} ${rule.name}`)
  for (const breach of rule.breaches.slice(0, 10)) console.log(`         ${breach}`)
}
const broken = report.rules.filter((rule) => rule.breaches.length > 0).length
console.log(`${report.rules.length - broken} rules kept, ${broken} broken`)
process.exit(broken === 0 && report.rules.length > 0 ? 0 : 1)
