import { deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { minimalWorkbook } from './driver/minimalWorkbook.ts'
import { checkArchive, ENTRIES_MAX, unpackArchive } from '@/station/files/checkArchive.ts'

const MB = 1024 * 1024
const LOCAL_HEADER = 30

/** One entry as it lies in a zip: header, name, packed bytes. */
function entry(name: string, unpacked: Buffer, method: 'deflate' | 'store'): Buffer {
  const packed = method === 'deflate' ? deflateRawSync(unpacked) : unpacked
  const header = Buffer.alloc(LOCAL_HEADER)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(method === 'deflate' ? 8 : 0, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(unpacked.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), packed])
}

describe('an archive is looked through before it is opened', () => {
  it('a workbook is let through, and unpacked to its contents', () => {
    const bytes = minimalWorkbook([{ name: 'a', rows: [['x']] }])
    expect(checkArchive(bytes)).toBeNull()
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(
      [...(unpackArchive(bytes)?.keys() ?? [])].sort(),
    )
  })

  it('a download that broke off, a changed byte and a false table of contents are not unpacked', () => {
    const bytes = minimalWorkbook([{ name: 'a', rows: [['x'.repeat(5_000)]] }])
    expect(unpackArchive(bytes.subarray(0, -30))).toBeNull()
    expect(unpackArchive(Uint8Array.from(bytes).fill(0xff, 60, 64))).toBeNull()
    const renamed = Buffer.from(bytes)
    renamed.write('yl', renamed.lastIndexOf('xl/worksheets'))
    expect(unpackArchive(renamed)).toBeNull()
  })

  it('a bomb of 512 MB is refused while it is counted, without its bytes ever being held', () => {
    const part = entry('xl/worksheets/sheet1.xml', Buffer.alloc(64 * MB, 0x20), 'deflate')
    const bomb = Buffer.concat(Array<Buffer>(8).fill(part))
    expect(bomb.length).toBeLessThan(MB)
    const before = process.memoryUsage().rss
    expect(checkArchive(bomb)).toBe('zipBomb')
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB)
  })

  it('an archive that unpacks to more than 200 MB is refused at any ratio', {
    timeout: 60_000,
  }, () => {
    const unit = Buffer.concat([
      entry('xl/a.xml', Buffer.alloc(MB, 0x20), 'deflate'),
      entry('xl/b.bin', Buffer.alloc(24 * 1024, 0x20), 'store'),
    ])
    expect(checkArchive(Buffer.concat(Array<Buffer>(190).fill(unit)))).toBeNull()
    expect(checkArchive(Buffer.concat(Array<Buffer>(200).fill(unit)))).toBe('zipBomb')
  })

  it('what packs well but is small is no bomb', () => {
    expect(checkArchive(entry('xl/a.xml', Buffer.alloc(3 * MB, 0x20), 'deflate'))).toBeNull()
  })

  it('too many entries are refused', () => {
    const entries = Array<Buffer>(ENTRIES_MAX).fill(entry('xl/a.xml', Buffer.from('x'), 'store'))
    expect(checkArchive(Buffer.concat(entries))).toBeNull()
    expect(checkArchive(Buffer.concat([...entries, ...entries.slice(0, 1)]))).toBe('zipBomb')
  })

  it('what begins like an archive and is none is told as broken', () => {
    expect(checkArchive(Uint8Array.from([0x50, 0x4b, 3, 4]))).toBe('brokenWorkbook')
  })

  it('an entity is found across the border of two pieces', () => {
    for (let pad = 0; pad < 40; pad += 1) {
      const text = `${' '.repeat(16 * 1024 - 60 + pad)}<!DOCTYPE x>`
      expect(checkArchive(entry('xl/a.xml', Buffer.from(text), 'store'))).toBe('activeContent')
    }
  })
})
