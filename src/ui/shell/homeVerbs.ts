import {
  isCommandVerb,
  isScreenVerb,
  SCREEN_VERBS,
  type ScreenId,
  type ScreenVerb,
} from '@/domain/barcode/commandCode.ts'

/** The screens of the menu in their order: the first is opened by `1` and Enter. exists: true for
 *  screens that this station has. */
export const homeVerbs = (exists: (screen: ScreenId) => boolean): readonly ScreenVerb[] =>
  Object.keys(SCREEN_VERBS)
    .filter(isCommandVerb)
    .filter(isScreenVerb)
    .filter((verb) => exists(SCREEN_VERBS[verb]))
