import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '..')
const { positionals } = parseArgs({ allowPositionals: true })
const [folder] = positionals
if (folder === undefined) {
  console.error('usage: npx node scripts/checkSamples.ts FOLDER')
  process.exit(2)
}

// The alias @/ is known to vite only, so the comparison is loaded through it.
const { module } = await runnerImport<typeof import('../test/driver/compareSamples.ts')>(
  resolve(root, 'test/driver/compareSamples.ts'),
  { root, configFile: false, logLevel: 'error', resolve: { alias: { '@': resolve(root, 'src') } } },
)
const { compared, differences } = await module.compareSamples(resolve(folder))
for (const difference of differences) console.log(difference)
console.log(
  `${compared.orders} orders, ${compared.files} damaged files, ${compared.findings} findings compared; ${differences.length} differences`,
)
process.exit(differences.length > 0 || compared.orders + compared.files === 0 ? 1 : 0)
