import {
  isCommandVerb,
  isScreenVerb,
  SCREEN_VERBS,
  type ScreenId,
  type ScreenVerb,
} from '@/domain/barcode/commandCode.ts'

/** The screens that every station has, in the order of a day's work; those that are seldom opened last. */
export const STATION_SCREENS = [
  'receive',
  'putaway',
  'orders',
  'pick',
  'pack',
  'ship',
  'stock',
  'import',
  'prints',
  'templates',
  'devices',
] as const satisfies readonly ScreenId[]

export type StationScreen = (typeof STATION_SCREENS)[number]

const screenVerbs = Object.keys(SCREEN_VERBS).filter(isCommandVerb).filter(isScreenVerb)

/** The screens of the menu in their order: the first is opened by `1` and Enter. */
export const homeVerbs: readonly ScreenVerb[] = STATION_SCREENS.flatMap((screen) =>
  screenVerbs.filter((verb) => SCREEN_VERBS[verb] === screen),
)
