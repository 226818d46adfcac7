import { componentPlatforms, PRINT_DATA_MAX } from '@/domain/record/printData.ts'
import { z } from './plainZod.ts'

/** Limits of one label: more is a fault of the sender, never a real label. */
export const LABEL_NODES_MAX = 1_000
export const LABEL_TEXT_MAX = 4_000

/** The widest is an A4 sheet of labels, the longest a receipt of a large parcel. */
const LABEL_WIDTH_MM_MAX = 210
export const LABEL_HEIGHT_MM_MAX = 1_500

const place = {
  xMm: z.number().min(-10).max(LABEL_WIDTH_MM_MAX),
  yMm: z.number().min(-10).max(LABEL_HEIGHT_MM_MAX),
}
const side = z.number().min(0).max(400)
const text = z.string().max(LABEL_TEXT_MAX)
const moduleDots = z.int().min(1).max(40)

const textNode = z.strictObject({
  ...place,
  kind: z.literal('text'),
  text,
  widthMm: side,
  heightMm: side.optional(),
  weight: z.literal([500, 700]),
  sizePt: z.number().min(1).max(200),
  shrinkToPt: z.number().min(1).max(200).optional(),
  maxLines: z.int().min(1).max(100),
  overflow: z.enum(['error', 'ellipsis']),
  align: z.enum(['left', 'center', 'right']).optional(),
  personal: z.enum(['name', 'phone', 'address']).optional(),
})

const line = { ...place, widthMm: side, heightMm: side, strokeDots: z.int().min(1).max(40) }
const linear = { ...place, text, heightMm: side, moduleDots, hri: z.boolean() }

const node = z.discriminatedUnion('kind', [
  textNode,
  z.strictObject({ ...line, kind: z.literal('rule') }),
  z.strictObject({ ...line, kind: z.literal('box') }),
  z.strictObject({
    ...linear,
    kind: z.enum(['code128', 'ean13', 'ean8', 'upca', 'itf14', 'gs1-128']),
  }),
  z.strictObject({
    ...place,
    kind: z.enum(['qr', 'datamatrix', 'gs1-datamatrix']),
    text,
    moduleDots,
  }),
  z.strictObject({
    ...place,
    kind: z.literal('image'),
    widthMm: side,
    heightMm: side,
    imageId: z.string().regex(/^[\w-]{1,64}$/),
    dither: z.boolean(),
  }),
])

/** A label as it crosses from page to host; its type is that of `LabelModel` in the document layer. */
export const labelShape = z.strictObject({
  version: z.literal(1),
  widthMm: z.number().min(10).max(LABEL_WIDTH_MM_MAX),
  heightMm: z.number().min(10).max(LABEL_HEIGHT_MM_MAX),
  nodes: z.array(node).max(LABEL_NODES_MAX),
})

/** Words of a waybill's own area: names and values. */
export const OWN_AREA_FIELDS_MAX = 30

const secret = z.string().max(PRINT_DATA_MAX)
const webAddress = z.url({ protocol: /^https?$/ }).max(2_000)

/** A waybill for a platform's print component, as it crosses from page to host. Where that component
 *  listens is not in it: only the host's settings say so. */
export const componentLabelShape = z.strictObject({
  kind: z.literal('component'),
  platform: z.enum(componentPlatforms),
  encryptedData: secret.min(1),
  signature: secret,
  templateUrl: webAddress,
  ver: z.string().max(64).exactOptional(),
  key: secret.exactOptional(),
  params: secret.exactOptional(),
  accountId: z.string().max(64).exactOptional(),
  ownArea: z
    .record(z.string().max(64), text)
    .refine((area) => Object.keys(area).length <= OWN_AREA_FIELDS_MAX, 'too many words')
    .exactOptional(),
})

/** What a job prints: our own drawing, or a platform's. */
export const printContentShape = z.union([labelShape, componentLabelShape])

const word = z.string().min(1).max(64)

/** One request to print a label. `key` is the caller's id of the job, `document` says which paper it
 *  is: the same paper is printed once, a reprint has a higher revision and a reason. */
export const printRequestShape = z.strictObject({
  key: word,
  printerId: word,
  label: printContentShape,
  document: z.strictObject({ kind: word, no: word, revision: z.int().min(0).max(999) }),
  operatorId: word,
  reason: z.string().max(200).optional(),
})

/** A test label for one printer; the words on it come from the page, in the warehouse's language. */
export const testLabelShape = z.strictObject({
  key: word,
  printerId: word,
  operatorId: word,
  words: z.strictObject({
    title: word,
    gap: word,
    mark: word,
    continuous: word,
    density: word,
    speed: word,
    offset: word,
    own: word,
  }),
})

export type PrintRequest = z.infer<typeof printRequestShape>
