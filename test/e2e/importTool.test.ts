import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sku } from '@/domain/record/sku.ts'
import { readTable } from '../driver/day/readStore.ts'
import { PROJECT_DIR } from '../driver/hostProcess.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

let dataDir: string
let station: RunningStation

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-import-'))
  station = await startStation({ shell: 'browser', dataDir })
  await station.page.waitForSelector('body[data-ready="1"]', { state: 'attached' })
})
afterAll(async () => {
  await station.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

function runImport(...args: readonly string[]): Promise<Run> {
  const line = ['scripts/runTs.mjs', 'scripts/import.ts', '--data', dataDir, ...args]
  return new Promise((done) => {
    execFile(process.execPath, line, { cwd: PROJECT_DIR }, (fault, out, err) => {
      done({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err })
    })
  })
}

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const path = join(dataDir, name)
  await writeFile(path, lines.join('\r\n'))
  return path
}

const storedSkus = () => readTable<Sku>(station.page, 'skus')

describe('npm run import', () => {
  it('as a dry run tells each fault in a table, exits 1 for a refused row and takes nothing', async () => {
    const path = await fileOf('goods.csv', [
      '商家编码,名称,重量g',
      'T1,好书,0.5kg',
      'T2,,300',
      'T3,信纸,200',
    ])
    const { code, out } = await runImport('--dry-run', path)
    expect(code).toBe(1)
    const table = out.split('\n').filter((line) => line.includes('goods.csv') && /IMP-/.test(line))
    expect(table).toHaveLength(2)
    expect(table[0]).toMatch(/ 2 +重量g +等您决定 +IMP-303/)
    expect(table[1]).toMatch(/ 3 +名称 +不能导入 +IMP-207/)
    expect(await storedSkus()).toEqual([])
  })

  it('names a courier bill and refuses it', async () => {
    const path = await fileOf('november.csv', [
      '运单号,业务时间,目的省份,计费重量,面单费用,运费,合计费用',
      '771215588607858,2026-10-12 18:30:00,江苏,0.45,0.60,3.20,3.80',
    ])
    const { code, out } = await runImport(path)
    expect(code).toBe(1)
    expect(out).toMatch(/november\.csv.*整个文件不导入.*IMP-012/)
  })

  it('takes a clean file over and exits 0; the same file again changes nothing', async () => {
    const path = await fileOf('clean.csv', ['商家编码,名称', 'T8,信封', 'T9,信纸'])
    expect((await runImport('--dry-run', path)).code).toBe(0)
    expect(await storedSkus()).toEqual([])
    expect((await runImport(path)).code).toBe(0)
    const first = await storedSkus()
    expect(first.map((sku) => sku.id)).toEqual(['T8', 'T9'])
    expect((await runImport(path)).code).toBe(0)
    expect(await storedSkus()).toEqual(first)
  })

  it('exits 1 while rows wait for a decision, and says how many', async () => {
    const path = await fileOf('doubt.csv', ['商家编码,名称,重量g', 'D1,好书,0.5kg', 'D2,信纸,200'])
    const { code, out } = await runImport(path)
    expect(code).toBe(1)
    expect(out).toMatch(/有 1 行等您决定，没有导入/)
    expect((await storedSkus()).map((sku) => sku.id)).toContain('D2')
  })

  it('tells the faults of the other files where a path is wrong, and takes nothing over', async () => {
    const path = await fileOf('beside.csv', ['商家编码,名称,重量g', 'E1,好书,很重', 'E2,信纸,200'])
    const { code, out, err } = await runImport(join(dataDir, 'gone.csv'), path)
    expect(code).toBe(1)
    expect(err).toMatch(/gone\.csv: no such file/)
    expect(out).toMatch(/beside\.csv +2 +重量g .*IMP-301/)
    expect((await storedSkus()).map((sku) => sku.id)).not.toContain('E2')
  })

  it('tells all findings of a file that has more of them than one message holds', async () => {
    const rows = Array.from({ length: 1_203 }, (_, i) => `M${i},信纸,很重`)
    const { code, out } = await runImport(
      await fileOf('many.csv', ['商家编码,名称,重量g', ...rows]),
    )
    expect(code).toBe(1)
    expect(out.match(/IMP-301/g)).toHaveLength(1_203)
  })

  it('says how it is called when no file is named', async () => {
    const { code, err } = await runImport('--dry-run')
    expect(code).toBe(1)
    expect(err).toContain('npm run import -- FILE')
  })
})
