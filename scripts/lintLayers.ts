// `npm run docs:lint`: writes the layer table of test/guards/layers.ts into .oxlintrc.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { layers } from '../test/guards/layers.ts'
import { lintOverrides } from '../test/guards/lintLayers.ts'

const config: Record<string, unknown> = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'))
config.overrides = lintOverrides(layers)
writeFileSync('.oxlintrc.json', `${JSON.stringify(config, null, 2)}\n`)
