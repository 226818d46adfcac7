import {
  isCommandVerb,
  isScreenVerb,
  SCREEN_VERBS,
  type ScreenId,
  type ScreenVerb,
} from '@/domain/barcode/commandCode.ts'

/** The screens that every station has. */
export const STATION_SCREENS = [
  'receive',
  'putaway',
  'orders',
  'pick',
  'pack',
  'ship',
  'stock',
  'prints',
  'import',
  'devices',
  'templates',
] as const satisfies readonly ScreenId[]

export type StationScreen = (typeof STATION_SCREENS)[number]

/** The screens of the menu in their order: the first is opened by `1` and Enter. */
export const homeVerbs: readonly ScreenVerb[] = Object.keys(SCREEN_VERBS)
  .filter(isCommandVerb)
  .filter(isScreenVerb)
  .filter((verb) => STATION_SCREENS.some((screen) => screen === SCREEN_VERBS[verb]))
