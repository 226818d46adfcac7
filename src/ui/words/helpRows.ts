import type { TFunction } from 'i18next'
import type { ScreenId } from '@/domain/barcode/commandCode.ts'
import { FINDING_CODES, findingHelpCode } from '@/domain/dataImport/findingCodes.ts'
import { openPlaces } from './countWords.ts'
import { noticeCodes } from './noticeWords.ts'

/** One code of the help with what it says. */
export interface HelpRow {
  readonly code: string
  readonly words: string
}

/** Codes that are looked up together. */
export interface HelpGroup {
  readonly id: 'screen' | 'everywhere' | 'others'
  readonly rows: readonly HelpRow[]
}

/** Words with their open places, as they stand in the book of codes. */
const OPEN = { interpolation: { skipOnVariables: true } } as const

/** Every code the station can show, notices and findings of the import, in the order of the codes. */
export function helpRows(t: TFunction): HelpRow[] {
  const notices = noticeCodes.map((code) => ({
    code,
    words: openPlaces(t(`notice.${code}`, OPEN)),
  }))
  const findings = FINDING_CODES.map(([code]) => ({
    code: findingHelpCode(code),
    words: openPlaces(t(`finding.${code}`, OPEN)),
  }))
  return [...notices, ...findings].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** What the codes of each screen begin with. */
const areasOf: Readonly<Partial<Record<ScreenId, readonly string[]>>> = {
  receive: ['RECV', 'CAM'],
  putaway: ['PUT'],
  orders: ['ORD'],
  pick: ['PICK'],
  pack: ['PACK', 'CAM'],
  ship: ['SHIP'],
  stock: ['STK', 'CAM'],
  import: ['IMP', 'FILE'],
  devices: ['DEV'],
  templates: ['TPL'],
}
const EVERYWHERE = ['SCAN', 'UNDO', 'PRN']
/** The rest as a day goes; last what only a technician is asked for. */
const DAY = 'RECV PUT ORD PICK PACK SHIP STK DOC CAM IMP FILE TPL DEV PPL SET STO BRG'.split(' ')

/** The same codes as a person looks for them: those of the open screen first, then those that every
 *  screen can answer. screen: null on the menu. */
export function helpGroups(rows: readonly HelpRow[], screen: ScreenId | null): HelpGroup[] {
  const own = (screen === null ? undefined : areasOf[screen]) ?? []
  const everywhere = EVERYWHERE.filter((area) => !own.includes(area))
  const others = DAY.filter((area) => !own.includes(area))
  return (
    [
      ['screen', own],
      ['everywhere', everywhere],
      ['others', others],
    ] as const
  ).map(([id, areas]) => ({
    id,
    rows: areas.flatMap((area) => rows.filter(({ code }) => code.startsWith(`${area}-`))),
  }))
}
