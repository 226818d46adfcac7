import koffi, { type LibraryHandle } from 'koffi'
import { afterEach, expect, test } from 'vitest'
import { unreachable } from '../askCondition.ts'
import { lookAtPrinter } from '../lookAtPrinter.ts'
import { bindSpooler, loadSpooler } from './winspoolLibrary.ts'
import { createWinspoolTransport } from './winspoolTransport.ts'

const ADDRESS = 'void *'
const DWORD = 'uint32'

/** What each function takes, as Microsoft describes it. */
const DESCRIBED: Readonly<Record<string, readonly string[]>> = {
  OpenPrinterW: ['str16', ADDRESS, ADDRESS],
  StartDocPrinterW: [ADDRESS, DWORD, ADDRESS],
  WritePrinter: [ADDRESS, ADDRESS, DWORD, ADDRESS],
  EndDocPrinter: [ADDRESS],
  ClosePrinter: [ADDRESS],
  GetPrinterW: [ADDRESS, DWORD, ADDRESS, DWORD, ADDRESS],
  GetJobW: [ADDRESS, DWORD, DWORD, ADDRESS, DWORD, ADDRESS],
}

const registered: bigint[] = []
afterEach(() => {
  for (const pointer of registered.splice(0)) koffi.unregister(pointer)
})

type AskedPrinter = [handle: bigint, level: number, record: bigint, room: number, needed: bigint]
type Native = (...values: never[]) => number

/** A library of native functions, each with a part of the test behind it: what passes between the two goes
 *  through memory, as with the true one. */
function nativeLibrary(parts: Readonly<Record<string, Native>>): Pick<LibraryHandle, 'func'> {
  function func(...[, name, result, types]: readonly unknown[]) {
    const part = parts[String(name)] ?? (() => 0)
    const takes = koffi.proto(DWORD, [...(DESCRIBED[String(name)] ?? [])])
    const pointer = koffi.register(part, koffi.pointer(takes))
    registered.push(pointer)
    return koffi.decode(pointer, koffi.proto(result as string, types as string[]))
  }
  return { func }
}

const HANDLE = 0x1234n
const word = (pointer: bigint, offset: number, value: number) =>
  koffi.encode(pointer, offset, 'uint32', value)

test('a label goes to the spooler whole, as raw data under its title', async () => {
  const taken: Buffer[] = []
  const said: unknown[] = []
  const table = bindSpooler(
    koffi,
    nativeLibrary({
      OpenPrinterW(name: string, handle: bigint) {
        said.push(name)
        koffi.encode(handle, 'void *', HANDLE)
        return 1
      },
      StartDocPrinterW(handle: bigint, level: number, info: bigint) {
        said.push(handle, level, koffi.decode(info, koffi.array('str16', 3)))
        return 7
      },
      WritePrinter(_handle: bigint, bytes: bigint, count: number, written: bigint) {
        const some = Math.min(count, 3)
        taken.push(Buffer.from(koffi.view(bytes, some).slice(0)))
        word(written, 0, some)
        return 1
      },
      EndDocPrinter: () => 1,
    }),
  )
  const handle = await table.open('标签机 1')
  expect(await table.startJob(handle, 'job-1')).toBe(7)
  await table.write(handle, Buffer.from('SIZE 76'))
  await table.endJob(handle)
  expect(said).toEqual(['标签机 1', HANDLE, 1, ['job-1', null, 'RAW']])
  expect(Buffer.concat(taken).toString()).toBe('SIZE 76')
})

test('the words of printer and job are read where Windows writes them', async () => {
  const needs = 6_000
  const table = bindSpooler(
    koffi,
    nativeLibrary({
      GetPrinterW(...[, level, record, room, needed]: AskedPrinter) {
        word(needed, 0, needs)
        if (level !== 2 || room < needs) return 0
        // 64 bits: 13 pointers, then Attributes, four words, Status.
        word(record, 104, 0x400)
        word(record, 124, 0x10)
        return 1
      },
      GetJobW(_handle: bigint, jobNo: number, level: number, record: bigint) {
        if (level !== 1 || jobNo !== 7) return 0
        // JobId, six pointers, Status.
        word(record, 56, 0x80)
        return 1
      },
    }),
  )
  expect(await table.printerStatus(HANDLE)).toBe(0x90)
  expect(await table.jobStatus(HANDLE, 7)).toBe(0x80)
  expect(await table.jobStatus(HANDLE, 8)).toBeNull()
})

test('a spooler that refuses rejects, and one that has ended never seems to have forgotten a job', async () => {
  const table = bindSpooler(koffi, nativeLibrary({}))
  await expect(table.open('none')).rejects.toThrow('OpenPrinter')
  await expect(table.startJob(HANDLE, 'job-1')).rejects.toThrow('StartDocPrinter')
  await expect(table.write(HANDLE, Uint8Array.of(1))).rejects.toThrow('WritePrinter')
  await expect(table.endJob(HANDLE)).rejects.toThrow('EndDocPrinter')
  await expect(table.jobStatus(HANDLE, 7)).rejects.toThrow('GetPrinter')
})

test('a printer that no Windows knows is not reached, and the words tell a wrong name from a wrong system', async () => {
  const transport = { kind: 'winspool' as const, name: 'no printer has this name' }
  const parts = { spooler: loadSpooler, printerName: transport.name, title: '' }
  expect(await lookAtPrinter(createWinspoolTransport(parts), undefined)).toBe('unreachable')
  expect(unreachable({ transport }, 'linux').code).toBe('PRN-114')
  expect(unreachable({ transport }, 'win32').code).toBe('PRN-115')
})
