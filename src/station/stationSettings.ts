import { join } from 'node:path'
import { z } from 'zod'
import { componentPlatforms } from '@/domain/record/printData.ts'
import { defaultProfile } from '@/document/printerProfile.ts'
import { readFileIfThere } from './files/privateFile.ts'
import { isSheetGrid, type SheetGrid, sheetGrids } from '@/document/sheet/sheetGrid.ts'
import { sheetGridShape } from '@/protocol/printShape.ts'
import { type Sender, senderShape } from '@/protocol/senderShape.ts'
import { ownFace } from './print/labelFonts.ts'
import { findImpossibleProof, type ImpossibleProof } from './print/possibleProofs.ts'
import type { PrinterSetup } from './print/printerSetup.ts'
import { type ScaleSetup, scaleSetting } from './scale/scaleSetup.ts'

const SETTINGS_FILE = 'settings.json'
const PRINTERS_MAX = 16
/** What a printer may be kept for. */
const labelKinds = ['waybill', 'goods', 'bin', 'tote', 'commands', 'packReceipt'] as const

/** A4 sheets of labels: a usual one by its name, or any by its measures. */
const sheetSetting = z
  .union([z.enum(['3x8', '4x10']).transform((name): SheetGrid => sheetGrids[name]), sheetGridShape])
  .refine(isSheetGrid, 'labels stand over each other or outside A4')

const printer = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,64}$/),
    name: z.string().min(1).max(64),
    transport: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('tcp9100'),
        host: z.string(),
        port: z.int().min(1).max(65_535),
      }),
      z.strictObject({ kind: z.literal('file'), dir: z.string() }),
      z.strictObject({ kind: z.literal('cups'), url: z.url({ protocol: /^https?$/ }) }),
      z.strictObject({ kind: z.literal('winspool'), name: z.string().min(1).max(220) }),
      z.strictObject({ kind: z.literal('device'), path: z.string().min(1) }),
      z.strictObject({
        kind: z.literal('serial'),
        path: z.string().min(1),
        baudRate: z.int().min(1_200).max(921_600).default(9_600),
        flow: z.enum(['hardware', 'none']).default('hardware'),
      }),
      z.strictObject({ kind: z.literal('virtual') }),
      // No host: a component has no password, so none but this computer's is ever spoken to.
      z.strictObject({
        kind: z.literal('component'),
        platform: z.enum(componentPlatforms),
        printerName: z.string().max(200).default(''),
        port: z.int().min(1).max(65_535).exactOptional(),
        ownAreaUrl: z.url({ protocol: /^https?$/ }).exactOptional(),
      }),
    ]),
    paper: z.strictObject({ widthMm: z.number(), heightMm: z.number() }).exactOptional(),
    kinds: z.array(z.enum(labelKinds)).min(1).exactOptional(),
    sheet: sheetSetting.exactOptional(),
    isDefault: z.boolean().exactOptional(),
    language: z.enum(['tspl', 'zpl', 'escpos', 'cpcl', 'pdf']).default('tspl'),
    dotsPerMm: z.union([z.literal(8), z.literal(11.811)]).default(8),
    headDots: z.int().min(8).max(4_000).default(864),
    media: z.enum(['gap', 'mark', 'continuous']).default('gap'),
    gapMm: z.number().min(0).max(30).default(2),
    finish: z.enum(['tearOff', 'peel', 'cut']).default('tearOff'),
    pictures: z.enum(['packed', 'plain']).default('packed'),
    density: z.int().min(0).max(15).default(0),
    speed: z.int().min(0).max(18).default(0),
    offsetXMm: z.number().min(-10).max(10).default(0),
    offsetYMm: z.number().min(-10).max(10).default(0),
    proof: z.enum(['processId', 'counter', 'notice', 'status', 'none']).default('none'),
  })
  .refine(
    ({ sheet, language }) => !sheet || language === 'pdf',
    'sheets of labels are printed as pdf',
  )

const settings = z.strictObject({
  printers: z
    .array(printer)
    .max(PRINTERS_MAX)
    .refine(
      (printers) => new Set(printers.map(({ id }) => id)).size === printers.length,
      'two printers have one id: give each its own',
    )
    .exactOptional(),
  scannerPath: z.string().exactOptional(),
  scale: scaleSetting.exactOptional(),
  sender: senderShape.exactOptional(),
  fontFile: z.string().min(1).exactOptional(),
})

/** What an administrator set for this station. */
export interface StationSettings {
  readonly printers: readonly PrinterSetup[] | undefined
  readonly scannerPath: string | undefined
  readonly scale: ScaleSetup | undefined
  /** Who sends the parcels: printed, masked, on every waybill. */
  readonly sender: Sender | undefined
  /** A font of the shop's own for characters that the bundled ones lack. */
  readonly fontFile: string | undefined
}

/** What is wrong with the settings: the place and the words of the parser, or a proof no printer gives. */
export type SettingsFault =
  | { readonly fault: string }
  | { readonly impossibleProof: ImpossibleProof }

const NOTHING_SET: StationSettings = {
  printers: undefined,
  scannerPath: undefined,
  scale: undefined,
  sender: undefined,
  fontFile: undefined,
}

/** Reads `<dataDir>/settings.json`; nothing is set where there is no file. A file that cannot be
 *  understood is a fault with the place in it: guessing a printer would print on the wrong one. */
export async function loadStationSettings(
  dataDir: string,
): Promise<StationSettings | SettingsFault> {
  const bytes = await readFileIfThere(join(dataDir, SETTINGS_FILE))
  if (!bytes) return NOTHING_SET
  try {
    const read = settings.parse(JSON.parse(bytes.toString('utf8')))
    const { scannerPath, scale, sender, fontFile } = read
    // A font that cannot be used is told now, not when the first rare name comes.
    if (fontFile !== undefined) ownFace(fontFile)
    const printers = read.printers?.map(printerSetup)
    const impossibleProof = findImpossibleProof(printers ?? [])
    if (impossibleProof) return { impossibleProof }
    return { printers, scannerPath, scale, sender, fontFile }
  } catch (fault) {
    const text = fault instanceof z.ZodError ? z.prettifyError(fault) : String(fault)
    return { fault: `${SETTINGS_FILE}: ${text}` }
  }
}

function printerSetup(read: z.infer<typeof printer>): PrinterSetup {
  const { id, name, transport, paper, kinds, sheet, isDefault, ...profile } = read
  return {
    name,
    transport,
    profile: { ...defaultProfile(id), ...profile },
    kinds,
    sheet,
    isDefault,
    ...(paper && { paper }),
  }
}

/** The printer of `--printer HOST:PORT`, raw TCP; undefined when the text is not that. */
export function printerOfAddress(address: string): PrinterSetup | undefined {
  const parts = /^([\w.-]+):(\d{1,5})$/.exec(address)
  const [, host, port] = parts ?? []
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return undefined
  const transport = { kind: 'tcp9100' as const, host, port: Number(port) }
  return { name: address, transport, profile: defaultProfile('label') }
}

/** The printer on the screen, for a station that has no other. */
export function virtualPrinter(name: string): PrinterSetup {
  return { name, transport: { kind: 'virtual' }, profile: defaultProfile('virtual') }
}
