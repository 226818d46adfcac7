/** What a scan was answered with: colour, tone and words come from the level and the key. */
export const NOTICE_LEVELS = ['accepted', 'refused', 'attention', 'done', 'ignored'] as const
export type NoticeLevel = (typeof NOTICE_LEVELS)[number]

/** `code` is shown, copied and found in the help (`PICK-003`); `key` names the words in the locales
 *  (`notice.<code>` when left out); params fill them. */
export interface Notice {
  readonly level: NoticeLevel
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  /** Said aloud after the tone, where the station has its voice on. */
  readonly spoken?: Spoken
}

/** What a voice tells a person whose eyes are on the goods. `slot`: the tote slot to put them in, from 1;
 *  `qty`: pieces still to come. */
export type Spoken =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'remaining'; readonly qty: number }
  | { readonly kind: 'intercepted' }
  | { readonly kind: 'paperOut' }
