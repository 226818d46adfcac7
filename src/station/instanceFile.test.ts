import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeDataDir } from './instanceFile.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'packline-holder-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the holder of a data folder', () => {
  it('leaves no draft behind and frees the folder when it stops', async () => {
    const taken = await takeDataDir(dir)
    expect(taken.kind).toBe('taken')
    expect(readdirSync(dir)).toEqual(['station.pid'])
    if (taken.kind === 'taken') await taken.release()
    expect(readdirSync(dir)).toEqual([])
  })

  it('takes over from a station that was killed', async () => {
    writeFileSync(join(dir, 'station.pid'), '999999999')
    expect((await takeDataDir(dir)).kind).toBe('taken')
  })

  it('does not take over from one that lives', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'station'])
    try {
      writeFileSync(join(dir, 'station.pid'), String(other.pid))
      const taken = await takeDataDir(dir)
      expect([taken.kind, 'pid' in taken ? taken.pid : 0]).toEqual(['busy', other.pid])
    } finally {
      other.kill()
    }
  })
})
