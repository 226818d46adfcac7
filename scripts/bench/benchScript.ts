import { resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** The page side of the benchmarks as one script text, with the station's own schema and commands. */
export async function benchScript(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve(root, 'src') } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: resolve(root, 'scripts/bench/page/benchPage.ts'),
        formats: ['iife'],
        name: 'benchPage',
      },
    },
  })
  const [built] = Array.isArray(made) ? made : [made]
  if (!built || !('output' in built)) throw new Error('the benchmark page was not built')
  const [chunk] = built.output
  return chunk.code
}
