import type { LibraryHandle, TypeObject } from 'koffi'
import type { SpoolerTable } from './winspoolTransport.ts'

type Koffi = typeof import('koffi')['default']
/** What is used of an open library. */
type Library = Pick<LibraryHandle, 'func'>
type KoffiFunction = ReturnType<LibraryHandle['func']>

/** First guess for a record of the spooler; it tells how much more it needs. */
const RECORD_BYTES = 4_096
const PRINTER_LEVEL = 2
const JOB_LEVEL = 1
const DOC_LEVEL = 1
/** PRINTER_ATTRIBUTE_WORK_OFFLINE: all that Windows says of a USB printer without power or cable. */
const WORKS_OFFLINE = 0x400
/** PRINTER_STATUS_OFFLINE. */
const OFFLINE = 0x80

let bound: Promise<SpoolerTable> | undefined

/** The spooler of this Windows, bound when the first printer needs it. Rejects on other systems, and where
 *  the package for calling it was not installed. */
export function loadSpooler(): Promise<SpoolerTable> {
  bound ??= bindHere()
  return bound
}

async function bindHere(): Promise<SpoolerTable> {
  if (process.platform !== 'win32') throw new Error('no Windows, no winspool.drv')
  // Loaded here: the package is optional, and native.
  const { default: koffi } = await import('koffi')
  return bindSpooler(koffi, koffi.load('winspool.drv'))
}

/** Binds the functions of a library that has those of winspool.drv. Each is called on a thread of its own:
 *  a printer of the network may keep its caller waiting. */
export function bindSpooler(koffi: Koffi, library: Library): SpoolerTable {
  const at = offsetsIn(koffi)
  const { OpenPrinterW, StartDocPrinterW, WritePrinter, EndDocPrinter, ...asked } = declare(
    koffi,
    library,
  )
  const printerStatus = async (handle: unknown): Promise<number> => {
    const printer = await readRecord(asked.GetPrinterW, handle, PRINTER_LEVEL)
    if (!printer) throw refused('GetPrinter')
    const isOff = (printer.readUInt32LE(at.printerAttributes) & WORKS_OFFLINE) !== 0
    return printer.readUInt32LE(at.printerStatus) | (isOff ? OFFLINE : 0)
  }
  return {
    printerStatus,
    async open(printerName) {
      const opened: unknown[] = [null]
      if (!(await call(OpenPrinterW, printerName, opened, null))) throw refused('OpenPrinter')
      return opened[0]
    },
    async startJob(handle, title) {
      const how = { pDocName: title, pOutputFile: null, pDatatype: 'RAW' }
      const jobNo = await call(StartDocPrinterW, handle, DOC_LEVEL, how)
      if (typeof jobNo !== 'number' || jobNo === 0) throw refused('StartDocPrinter')
      return jobNo
    },
    async write(handle, bytes) {
      for (let from = 0; from < bytes.length; ) {
        const rest = bytes.subarray(from)
        const taken: unknown[] = [0]
        const isDone = await call(WritePrinter, handle, rest, rest.length, taken)
        const [count] = taken
        if (!isDone || typeof count !== 'number' || count === 0) throw refused('WritePrinter')
        from += count
      }
    },
    async endJob(handle) {
      if (!(await call(EndDocPrinter, handle))) throw refused('EndDocPrinter')
    },
    async jobStatus(handle, jobNo) {
      const job = await readRecord(asked.GetJobW, handle, jobNo, JOB_LEVEL)
      if (job) return job.readUInt32LE(at.jobStatus)
      // A spooler that has ended knows no job either: that says nothing of ours, and rejects here.
      await printerStatus(handle)
      return null
    },
    async close(handle) {
      await call(asked.ClosePrinter, handle)
    },
  }
}

/** The functions as winspool.h has them; BOOL is an int, DWORD a uint32. */
function declare(koffi: Koffi, library: Library) {
  const handle = koffi.pointer(koffi.opaque())
  const bytes = koffi.pointer('uint8')
  const docInfo = koffi.pointer(
    koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' }),
  )
  const count = koffi.out(koffi.pointer('uint32'))
  const opened = koffi.out(koffi.pointer(handle))
  type Type = Parameters<LibraryHandle['func']>[3]
  const bind = (name: string, result: string, types: Type) =>
    library.func('__stdcall', name, result, types)
  return {
    OpenPrinterW: bind('OpenPrinterW', 'int', ['str16', opened, 'void *']),
    StartDocPrinterW: bind('StartDocPrinterW', 'uint32', [handle, 'uint32', docInfo]),
    WritePrinter: bind('WritePrinter', 'int', [handle, bytes, 'uint32', count]),
    EndDocPrinter: bind('EndDocPrinter', 'int', [handle]),
    ClosePrinter: bind('ClosePrinter', 'int', [handle]),
    GetPrinterW: bind('GetPrinterW', 'int', [handle, 'uint32', koffi.out(bytes), 'uint32', count]),
    GetJobW: bind('GetJobW', 'int', [
      handle,
      'uint32',
      'uint32',
      koffi.out(bytes),
      'uint32',
      count,
    ]),
  }
}

/** Where the words that are read stand in PRINTER_INFO_2W and JOB_INFO_1W, as far as they are read. */
function offsetsIn(koffi: Koffi) {
  const pointers = (many: number): TypeObject => koffi.array('void *', many)
  const words = (many: number): TypeObject => koffi.array('uint32', many)
  const printer = koffi.struct({
    names: pointers(13),
    Attributes: 'uint32',
    between: words(4),
    Status: 'uint32',
  })
  const job = koffi.struct({ JobId: 'uint32', names: pointers(6), Status: 'uint32' })
  return {
    printerAttributes: koffi.offsetof(printer, 'Attributes'),
    printerStatus: koffi.offsetof(printer, 'Status'),
    jobStatus: koffi.offsetof(job, 'Status'),
  }
}

const refused = (what: string) => new Error(`${what} was refused`)

/** One call on another thread. */
function call(bound: KoffiFunction, ...values: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    bound.async(...values, (fault: unknown, result: unknown) =>
      fault ? reject(fault) : resolve(result),
    )
  })
}

/** Asks for a record, with more room where the spooler wants it; null: there is none. */
async function readRecord(get: KoffiFunction, ...keys: readonly unknown[]): Promise<Buffer | null> {
  for (let room = RECORD_BYTES; ; ) {
    const record = Buffer.alloc(room)
    const needed: unknown[] = [0]
    if (await call(get, ...keys, record, room, needed)) return record
    const [wanted] = needed
    if (typeof wanted !== 'number' || wanted <= room) return null
    room = wanted
  }
}
