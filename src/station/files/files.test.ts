import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadDataKey } from '../keys/dataKey.ts'
import { createFileUploads, UPLOADS_BYTES_MAX, UPLOADS_MAX } from './fileUploads.ts'
import { safeFileName, saveExport } from './saveExport.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-files-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('a saved file', () => {
  it.each([
    ['a.csv', 'a.csv'],
    ['发货 2026-11.xlsx', '发货 2026-11.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['.hidden', 'hidden'],
    ['..', 'file'],
    ['', 'file'],
    ['CON.pdf', '_CON.pdf'],
    ['com1', '_com1'],
    ['\u202efdp.exe', '_fdp.exe'],
    ['a\u0000b.csv', 'a_b.csv'],
    [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(80)}.pdf`],
  ])('%j is written as %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('gets a number when its name is taken, and is private', async () => {
    const first = await saveExport(dataDir, 'a.csv', Buffer.from('1'))
    const second = await saveExport(dataDir, 'a.csv', Buffer.from('2'))
    expect([first, second]).toEqual(['a.csv', 'a (2).csv'].map((n) => join(dataDir, 'exports', n)))
    expect(await readFile(first, 'utf8')).toBe('1')
    expect((await stat(first)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(dataDir, 'exports'))).toHaveLength(2)
  })
})

describe('the data key', () => {
  it('is made once, 32 bytes, readable by this account only', async () => {
    const first = await loadDataKey(dataDir)
    expect(first.byteLength).toBe(32)
    expect(await loadDataKey(dataDir)).toEqual(first)
    expect((await stat(join(dataDir, 'keys/data.key'))).mode & 0o777).toBe(0o600)
  })

  it('is never replaced when its file is damaged', async () => {
    await loadDataKey(dataDir)
    await writeFile(join(dataDir, 'keys/data.key'), 'short')
    await expect(loadDataKey(dataDir)).rejects.toThrow('wrong length')
    expect(await readFile(join(dataDir, 'keys/data.key'), 'utf8')).toBe('short')
  })
})

describe('a file sent in parts', () => {
  const part = (n: number, of: number, bytes = Buffer.from(String(n))) => ({
    fileId: 'f',
    name: 'a.csv',
    part: n,
    parts: of,
    bytes,
  })

  it('is whole when every part came, in any order, some twice', () => {
    const uploads = createFileUploads()
    uploads.put(part(2, 3))
    uploads.put(part(0, 3))
    expect(uploads.take('f')).toBeUndefined()
    uploads.put(part(0, 3))
    expect(uploads.put(part(1, 3))).toEqual({ ok: true, result: { complete: true } })
    expect(uploads.take('f')?.bytes.toString()).toBe('012')
    uploads.drop('f')
    expect(uploads.take('f')).toBeUndefined()
  })

  it('refuses a part beyond its count and a count that changed', () => {
    const uploads = createFileUploads()
    expect(uploads.put(part(3, 3))).toMatchObject({ code: 'FILE-001' })
    uploads.put(part(0, 3))
    expect(uploads.put(part(0, 2))).toMatchObject({ code: 'FILE-001' })
  })

  it('refuses more than fits in memory and forgets the oldest of too many', () => {
    const uploads = createFileUploads()
    const large = new Uint8Array(UPLOADS_BYTES_MAX)
    expect(uploads.put({ ...part(0, 1), bytes: large })).toMatchObject({ ok: true })
    expect(uploads.put({ ...part(0, 1), fileId: 'g' })).toMatchObject({ code: 'FILE-002' })
    uploads.drop('f')
    for (let at = 0; at <= UPLOADS_MAX; at += 1) uploads.put({ ...part(0, 1), fileId: `n${at}` })
    expect(uploads.take('n0')).toBeUndefined()
    expect(uploads.take(`n${UPLOADS_MAX}`)).toBeDefined()
  })
})
