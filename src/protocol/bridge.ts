import { BRIDGE_ANSWER_MS } from './bridgeMessage.ts'
import { labelShape, printRequestShape, testLabelShape } from './labelShape.ts'
import { paperShape, tableToWriteShape } from './paperShape.ts'
import { z } from './plainZod.ts'
import { labelPreviewShape, printerShape, printJobShape, virtualLabelShape } from './printShape.ts'
import { scaleShape } from './scaleShape.ts'
import { senderShape } from './senderShape.ts'
import { tableShape } from './tableShape.ts'

/** Who may ask: the page itself, or a command-line tool of the same account. */
export type BridgeRole = 'page' | 'control'

/** Largest part of a file in one message, bytes; a message is at most `BRIDGE_MESSAGE_MAX`. */
export const FILE_PART_MAX = 1_000_000
/** Parts of one file: 200 MB are more than any table a shop exports. */
export const FILE_PARTS_MAX = 200
/** Longest text of one scan, characters: a full QR code of version 40 holds 7,089 digits. */
export const SCAN_RAW_MAX = 8_000
export const FILE_NAME_MAX = 255
/** Most that the scale on the screen carries, grams. */
export const VIRTUAL_LOAD_G_MAX = 60_000

const PAGE: readonly BridgeRole[] = ['page']
const CONTROL: readonly BridgeRole[] = ['control']
const BOTH: readonly BridgeRole[] = ['page', 'control']

const none = z.strictObject({})
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes expected')
const fileName = z.string().min(1).max(FILE_NAME_MAX)
const id = z.string().regex(/^[\w-]{1,64}$/)

/** A scanner the host reads, by id, never by its port. */
const scannerShape = z.object({
  deviceId: z.string(),
  kind: z.enum(['serial', 'hid']),
  state: z.enum(['ready', 'gone']),
})

const hello = z.object({
  version: z.string(),
  shell: z.enum(['browser', 'electron']),
  dataDirName: z.string(),
  printers: z.array(printerShape).readonly(),
  // Absent: the host reads no scanner itself; those that type are the page's.
  scanner: scannerShape.exactOptional(),
  // Absent: this station has no scale.
  scale: scaleShape.exactOptional(),
  sender: senderShape.exactOptional(),
  flags: z.object({ demo: z.boolean(), lang: z.enum(['zh-CN', 'en']).optional() }),
})

const filePart = z.strictObject({
  fileId: id,
  name: fileName,
  part: z
    .int()
    .min(0)
    .max(FILE_PARTS_MAX - 1),
  parts: z.int().min(1).max(FILE_PARTS_MAX),
  bytes: bytes.refine((value) => value.byteLength <= FILE_PART_MAX, 'part too large'),
})

const scanEvent = z.object({
  raw: z.string().max(SCAN_RAW_MAX),
  source: z.enum(['serial', 'hid', 'cli']),
  deviceId: z.string(),
  seq: z.int(),
  atMs: z.int(),
})

/** One finding of an import asked for on the command line; `code` is the finding's own, not the number
 *  people quote. */
const importFault = z.object({
  file: z.string(),
  row: z.int().optional(),
  column: z.string().optional(),
  code: z.string(),
  level: z.string(),
  /** What becomes of the row, in words. */
  outcome: z.string(),
  text: z.string(),
})
/** Findings in one message: a damaged file of 100,000 rows has more than one message holds. */
export const IMPORT_FAULTS_MAX = 500

const importFaults = z.array(importFault).max(IMPORT_FAULTS_MAX)
const importSummary = z.object({
  summary: z.string(),
  refusedRows: z.int(),
  /** Rows that stay out until a person has answered. */
  waitingRows: z.int(),
})

const importRequest = z.strictObject({
  files: z
    .array(z.strictObject({ fileId: id, name: fileName }))
    .min(1)
    .max(50),
  profile: z.string().max(64).optional(),
  dryRun: z.boolean(),
})

/** Everything the page (or a tool) may ask of the host: who may ask, what it sends, what it gets. */
export const bridgeRequests = {
  'host.hello': { from: BOTH, args: none, result: hello },
  'files.put': { from: BOTH, args: filePart, result: z.object({ complete: z.boolean() }) },
  'files.save': {
    from: PAGE,
    args: z.strictObject({ name: fileName, bytes }),
    result: z.object({ path: z.string() }),
  },
  'files.readTable': {
    from: PAGE,
    args: z.strictObject({ fileId: id, firstRow: z.int().min(0) }),
    result: z.object({ table: tableShape, rowCount: z.int() }),
  },
  'files.writeTable': {
    from: PAGE,
    args: tableToWriteShape,
    result: z.object({ path: z.string() }),
  },
  'files.drop': { from: BOTH, args: z.strictObject({ fileId: id }), result: none },
  'documents.render': {
    from: PAGE,
    args: z.strictObject({ name: fileName, paper: paperShape }),
    result: z.object({ path: z.string() }),
  },
  // Files of the demo shop; none where the station was not started with `--demo`.
  'demo.files': {
    from: PAGE,
    args: none,
    result: z.object({ files: z.array(z.object({ name: fileName, bytes })).readonly() }),
  },
  'keys.dataKey': { from: PAGE, args: none, result: z.object({ key: bytes }) },
  'print.submit': { from: PAGE, args: printRequestShape, result: printJobShape },
  'print.jobs': {
    from: PAGE,
    args: none,
    result: z.object({ jobs: z.array(printJobShape).readonly(), total: z.int() }),
  },
  'print.preview': {
    from: PAGE,
    args: z.strictObject({ label: labelShape, printerId: id }),
    result: labelPreviewShape,
  },
  'print.markProved': {
    from: PAGE,
    args: z.strictObject({ no: z.string().min(1).max(64) }),
    result: z.object({ settled: z.int() }),
  },
  'print.markMissing': {
    from: PAGE,
    args: z.strictObject({ jobId: z.string().min(1).max(64) }),
    result: z.object({ job: printJobShape.nullable() }),
  },
  // Takes a label out of the line as long as nothing of it was sent; answers how it stands.
  'print.cancel': {
    from: PAGE,
    args: z.strictObject({ jobId: z.string().min(1).max(64) }),
    result: z.object({ job: printJobShape.nullable() }),
  },
  // A person stops a printer, or lets it go on.
  'print.hold': {
    from: PAGE,
    args: z.strictObject({ printerId: id, isHeld: z.boolean() }),
    result: none,
  },
  'print.moveWaiting': {
    from: PAGE,
    args: z.strictObject({ fromPrinterId: id, toPrinterId: id }),
    result: z.object({ moved: z.int(), kept: z.int(), asked: z.int() }),
  },
  // Rulers, bars and patches that show how a printer is set; refused where the printer is not known.
  'print.testLabel': { from: PAGE, args: testLabelShape, result: printJobShape },
  'print.status': {
    from: PAGE,
    args: none,
    result: z.object({ printers: z.array(printerShape).readonly() }),
  },
  'print.virtualLabels': {
    from: PAGE,
    args: z.strictObject({ printerId: id }),
    result: z.object({ labels: z.array(virtualLabelShape).readonly() }),
  },
  // Takes the load that lies there off every later reading; an empty scale forgets it. `taken` is false
  // while the load moves.
  'scale.tare': {
    from: PAGE,
    args: none,
    result: z.object({ taken: z.boolean(), scale: scaleShape.nullable() }),
  },
  // Puts a load on the scale on the screen; no other scale takes one.
  'scale.load': {
    from: PAGE,
    args: z.strictObject({ weightG: z.int().min(0).max(VIRTUAL_LOAD_G_MAX) }),
    result: none,
  },
  'cli.scan': {
    from: CONTROL,
    args: z.strictObject({ raw: z.string().min(1).max(SCAN_RAW_MAX) }),
    result: z.object({ seq: z.int() }),
  },
  // A person waits at the prompt, and 100,000 rows take their while.
  'cli.import': {
    from: CONTROL,
    args: importRequest,
    result: importSummary.extend({ id, faultCount: z.int() }),
    answerMs: 1_800_000,
  },
  // The findings of the import just answered, from the `first` on; after the last ones they are forgotten.
  'cli.readFaults': {
    from: CONTROL,
    args: z.strictObject({ id, first: z.int().min(0) }),
    result: z.object({ faults: importFaults }),
  },
  // Findings, part after part, before the reply.
  'cli.tellFaults': {
    from: PAGE,
    args: z.strictObject({ id, faults: importFaults }),
    result: z.object({ taken: z.boolean() }),
  },
  'cli.reply': {
    from: PAGE,
    args: z.strictObject({ id, result: importSummary }),
    result: z.object({ taken: z.boolean() }),
  },
} as const satisfies Record<string, BridgeRequestShape>

/** Everything the host tells the page unasked. */
export const bridgeEvents = {
  scan: scanEvent,
  printJob: printJobShape,
  printer: printerShape,
  scale: scaleShape,
  scanner: scannerShape,
  'cli.request': importRequest.extend({ id, kind: z.literal('import') }),
} as const satisfies Record<string, z.ZodType>

interface BridgeRequestShape {
  readonly from: readonly BridgeRole[]
  readonly args: z.ZodType
  readonly result: z.ZodType
  /** Limit for the answer where it is not `BRIDGE_ANSWER_MS`. */
  readonly answerMs?: number
}

export type BridgeRequestName = keyof typeof bridgeRequests
export type BridgeArgs<N extends BridgeRequestName> = z.infer<(typeof bridgeRequests)[N]['args']>
export type BridgeResult<N extends BridgeRequestName> = z.infer<
  (typeof bridgeRequests)[N]['result']
>
export type BridgeEventName = keyof typeof bridgeEvents
export type BridgeEvent<N extends BridgeEventName> = z.infer<(typeof bridgeEvents)[N]>

/** How long an answer to this request may take, ms. */
export function answerLimitMs(name: BridgeRequestName): number {
  const shape: BridgeRequestShape = bridgeRequests[name]
  return shape.answerMs ?? BRIDGE_ANSWER_MS
}

/** True when `name` is in the request table (own key, so `constructor` is not). */
export function isBridgeRequestName(name: string): name is BridgeRequestName {
  return Object.hasOwn(bridgeRequests, name)
}

/** True when `name` is in the event table. */
export function isBridgeEventName(name: string): name is BridgeEventName {
  return Object.hasOwn(bridgeEvents, name)
}
