import { z } from 'zod'
import type { ComponentDialect, ComponentWord } from './componentDialect.ts'
import { jsonOf, whyOf } from './parseCommonWord.ts'

/** Its answers: what `code` they carry. */
const ANSWER_TO_PRINT = '2'
const ANSWER_TO_PRINTERS = '6'
/** Its one good `status`; 502 and 503 are bad data. */
const GOOD = '500'
const VERSION = '2'

const word = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (value ?? '').toString().trim())

const said = z.looseObject({
  key: word,
  code: word,
  success: word,
  message: word,
  status: word,
  detailinfo: z.looseObject({ printers: z.array(z.string()).optional(), info: word }).nullish(),
})

/** JD: messages of its own, numbers and booleans as texts, and its answer is its last word. */
export const jdDialect: ComponentDialect = {
  platform: 'jd',
  port: 9113,
  path: '/',
  givesNotices: false,
  awaitsNotice: false,
  print({ taskId, printerName, label, ownAreaUrl }) {
    const standard = { tempUrl: label.templateUrl, printData: label.encryptedData }
    const hasOwn = ownAreaUrl !== undefined && label.ownArea !== undefined
    const own = hasOwn ? { customTempUrl: ownAreaUrl, customData: { ...label.ownArea } } : {}
    return {
      key: taskId,
      orderType: 'PRINT',
      version: VERSION,
      parameters: { printName: printerName, contents: [{ ...standard, ...own }] },
    }
  },
  getPrinters: (requestId) => ({ key: requestId, orderType: 'GET_Printers', version: VERSION }),
  getTaskStatus: () => undefined,
  setOffset: () => undefined,
  parse: parseJdWord,
}

function parseJdWord(text: string): ComponentWord | undefined {
  const parsed = said.safeParse(jsonOf(text))
  if (!parsed.success || parsed.data.key === '') return undefined
  const { key, code, success, status, message, detailinfo } = parsed.data
  if (code === ANSWER_TO_PRINTERS) {
    const names = detailinfo?.printers ?? []
    const printers = names.map((name) => ({ name, isReady: true }))
    return { kind: 'printers', requestId: key, printers }
  }
  if (code !== ANSWER_TO_PRINT) return undefined
  const isAccepted = success.toLowerCase() === 'true' && (status === '' || status === GOOD)
  return { kind: 'answer', taskId: key, isAccepted, why: whyOf(message || detailinfo?.info || '') }
}
