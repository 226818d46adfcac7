import { z } from 'zod'
import type { AskedTask } from './componentAnswers.ts'

/** What a component was asked, of either family. */
export type Asked =
  | { readonly kind: 'print'; readonly task: AskedTask }
  | { readonly kind: 'printers' | 'config'; readonly requestId: string }
  | { readonly kind: 'tasks'; readonly requestId: string; readonly taskIds: readonly string[] }

const common = z.discriminatedUnion('cmd', [
  z.object({
    cmd: z.literal('print'),
    requestID: z.string(),
    version: z.literal('1.0'),
    task: z.object({
      taskID: z.string(),
      preview: z.literal(false),
      printer: z.string(),
      // Kuaishou takes ten at most; this one, like ours, knows one task a label.
      documents: z
        .array(z.object({ documentID: z.string(), contents: z.array(z.unknown()) }))
        .max(1),
    }),
  }),
  z.object({ cmd: z.literal('getPrinters'), requestID: z.string() }),
  z.object({ cmd: z.literal('getTaskStatus'), requestID: z.string(), taskID: z.array(z.string()) }),
  z.object({ cmd: z.literal('setPrinterConfig'), requestID: z.string(), printer: z.unknown() }),
])

const jd = z.object({
  key: z.string(),
  orderType: z.enum(['GET_Printers', 'PRINT']),
  version: z.literal('2'),
  parameters: z
    .object({ printName: z.string(), contents: z.array(z.object({ printData: z.string() })) })
    .optional(),
})

/** Reads a message as the component would; throws on one that it would not understand. */
export function readAsked(text: string): Asked {
  const value: unknown = JSON.parse(text)
  const isJd = jd.safeParse(value)
  if (isJd.success) return readJd(isJd.data)
  const said = common.parse(value)
  const requestId = said.requestID
  switch (said.cmd) {
    case 'print': {
      const { taskID: taskId, printer, documents } = said.task
      const documentId = documents[0]?.documentID ?? ''
      return { kind: 'print', task: { requestId, taskId, documentId, printer } }
    }
    case 'getPrinters':
      return { kind: 'printers', requestId }
    case 'setPrinterConfig':
      return { kind: 'config', requestId }
    case 'getTaskStatus':
      return { kind: 'tasks', requestId, taskIds: said.taskID }
  }
}

function readJd({ key, orderType, parameters }: z.infer<typeof jd>): Asked {
  if (orderType === 'GET_Printers') return { kind: 'printers', requestId: key }
  const printer = parameters?.printName ?? ''
  return { kind: 'print', task: { requestId: key, taskId: key, documentId: '', printer } }
}
