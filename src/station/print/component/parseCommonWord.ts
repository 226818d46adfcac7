import { z } from 'zod'
import type { ComponentWord, TaskFate } from './componentDialect.ts'

/** Characters kept of a reason: it is shown and written down. */
export const WHY_MAX = 200

/** Components write numbers where texts are meant, blanks behind words (`failed `), and null for none. */
const word = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value ?? '').toString().trim())

const documentSaid = z.looseObject({ status: word, msg: word, detail: word })

const said = z.looseObject({
  cmd: word,
  requestID: word,
  status: word,
  msg: word,
  taskID: z.unknown().optional(),
  taskId: z.unknown().optional(),
  taskStatus: word,
  code: word,
  detail: word,
  printers: z.array(z.looseObject({ name: word, status: word })).optional(),
  printStatus: z.array(z.unknown()).nullish(),
})
type Said = z.infer<typeof said>

const taskSaid = z.looseObject({
  taskID: word,
  taskStatus: word,
  detailStatus: z.array(documentSaid).nullish(),
})

/** Reads one message of a component that speaks like Cainiao's; undefined where it is no such message or
 *  none that matters here. */
export function parseCommonWord(text: string): ComponentWord | undefined {
  const parsed = said.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const message = parsed.data
  switch (message.cmd) {
    case 'print':
      return answerOf(message)
    case 'notifyPrintResult':
    case 'PrintResultNotify':
      return noticeOf(message)
    case 'notifyDocResult':
      return documentNoticeOf(message)
    case 'getPrinters':
      return printersOf(message)
    case 'getTaskStatus':
      return tasksOf(message)
    case 'setPrinterConfig':
      return { kind: 'config', requestId: message.requestID, isSet: isGood(message.status) }
    default:
      return undefined
  }
}

/** The value of a JSON text; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isGood = (status: string): boolean => status.toLowerCase() === 'success'
const idOf = (message: Said): string => word.parse(message.taskID ?? message.taskId ?? '')

function answerOf(message: Said): ComponentWord | undefined {
  // The message that carried the task had its id.
  const taskId = idOf(message) || message.requestID
  if (taskId === '' || message.status === '') return undefined
  return { kind: 'answer', taskId, isAccepted: isGood(message.status), why: whyOf(message.msg) }
}

function noticeOf(message: Said): ComponentWord | undefined {
  const taskId = idOf(message)
  if (taskId === '') return undefined
  const documents = documentsOf(message.printStatus)
  const words = [message.taskStatus || message.status, ...documents.map(({ status }) => status)]
  return { kind: 'notice', taskId, fate: fateOf(words), why: reasonOf(documents, message.msg) }
}

/** Newer Cainiao: one notice a document, code 0 = good. */
function documentNoticeOf(message: Said): ComponentWord | undefined {
  const taskId = idOf(message)
  if (taskId === '') return undefined
  const isBad = message.code !== '' && message.code !== '0'
  const fate = isBad ? 'failed' : fateOf([message.status])
  return { kind: 'notice', taskId, fate, why: whyOf(message.detail || message.msg) }
}

function printersOf({ requestID: requestId, printers = [] }: Said): ComponentWord {
  const listed = printers.map(({ name, status }) => ({ name, isReady: status !== 'disable' }))
  return { kind: 'printers', requestId, printers: listed }
}

/** The form of this answer is not documented well: whatever names a task and its documents is read. */
function tasksOf({ requestID: requestId, printStatus }: Said): ComponentWord {
  const tasks = (printStatus ?? []).flatMap((item): TaskFate[] => {
    const parsed = taskSaid.safeParse(item)
    if (!parsed.success || parsed.data.taskID === '') return []
    const { taskID: taskId, taskStatus, detailStatus } = parsed.data
    const documents = detailStatus ?? []
    const words = documents.map(({ status }) => (isGood(status) ? 'printed' : status))
    return [{ taskId, fate: fateOf([taskStatus, ...words]), why: reasonOf(documents, '') }]
  })
  return { kind: 'tasks', requestId, tasks }
}

const BAD_WORDS = new Set(['failed', 'canceled', 'cancelled'])

type DocumentSaid = z.infer<typeof documentSaid>

function documentsOf(list: readonly unknown[] | null | undefined): DocumentSaid[] {
  return (list ?? []).flatMap((item) => {
    const parsed = documentSaid.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}

/** One bad word outweighs the others: of a task with one document nothing else came out. `partPrinted`
 *  of one document says neither. */
function fateOf(words: readonly string[]): TaskFate['fate'] {
  const low = words.map((text) => text.toLowerCase())
  if (low.some((text) => BAD_WORDS.has(text))) return 'failed'
  return low.includes('printed') ? 'printed' : 'underWay'
}

function reasonOf(documents: readonly DocumentSaid[], msg: string): string {
  const [bad = documents[0]] = documents.filter(({ status }) => !isGood(status))
  return whyOf(bad?.detail || bad?.msg || msg)
}

/** A reason cut to what can be shown. */
export const whyOf = (text: string): string => text.trim().slice(0, WHY_MAX)
