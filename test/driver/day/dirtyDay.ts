import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ToolImport } from '@/device/toolImport.ts'
import type { DayRule } from './checkDay.ts'

export type ToldFault = ToolImport['faults'][number]

interface Expected {
  readonly files: readonly {
    readonly file: string
    readonly findings: readonly {
      readonly row: number | null
      readonly column: string | null
      readonly code: string
      readonly level: string
    }[]
  }[]
}

/** Tries every damaged file of the folder at the station, each alone, and compares what is told with the
 *  folder's expectation file: row, column, code and level. Nothing is taken over. */
export async function dirtyFolderRules(
  folder: string,
  tryFile: (path: string) => Promise<{ readonly faults: readonly ToldFault[] }>,
): Promise<DayRule[]> {
  const path = join(folder, 'dirty.expected.json')
  if (!existsSync(path)) return []
  const expected: Expected = JSON.parse(readFileSync(path, 'utf8'))
  const breaches: string[] = []
  let compared = 0
  for (const { file, findings } of expected.files) {
    const { faults } = await tryFile(join(folder, 'dirty', file))
    if (faults.some(({ code }) => code === 'courierBill')) continue
    const wanted = findings.filter(({ level }) => level !== 'ok').map(placeOf)
    compared += wanted.length
    breaches.push(...differences(file, wanted, faults.map(placeOf)))
  }
  const nothing = compared === 0 ? ['nothing was compared'] : []
  const name = `the station told ${compared} findings of damaged files at row and column`
  return [{ name, breaches: [...breaches, ...nothing] }]
}

interface Place {
  readonly row?: number | null | undefined
  readonly column?: string | null | undefined
  readonly code: string
  readonly level: string
}

const placeOf = ({ row, column, code, level }: Place): string =>
  [row ?? '-', column ?? '-', code, level].join(' | ')

function differences(file: string, wanted: readonly string[], got: readonly string[]): string[] {
  const left = [...got]
  const missing = wanted.filter((place) => {
    const at = left.indexOf(place)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [
    ...missing.map((place) => `${file}: not told ${place}`),
    ...left.map((place) => `${file}: told unasked ${place}`),
  ]
}
