// What the tidy rules let pass, each by name and with its reason. Keep it short: a new line here is
// a question to the reader whether the name could not be one of ours.

/** One exception of one rule: in files whose path starts with `path`, what `what` names. */
export interface TidyException {
  readonly rule: string
  readonly path: string
  /** The banned word, or nothing when the rule has no word. */
  readonly what?: string
  /** A part of the name that carries it, when only such names may pass. */
  readonly name?: string
  readonly reason: string
}

export const tidyExceptions: readonly TidyException[] = [
  {
    rule: 'long function',
    path: 'test/driver/electron/valueCodec.ts',
    reason: 'its source text is run inside the page, so all it needs stands inside it',
  },
  {
    rule: 'long function',
    path: 'test/driver/electron/worlds.ts',
    reason: 'its source text is run inside the page, so all it needs stands inside it',
  },
  {
    rule: 'banned word',
    path: 'scripts/lockCheck.mjs',
    what: 'lock',
    reason: 'npm calls its list of pinned packages package-lock.json',
  },
  {
    rule: 'banned word',
    path: 'scripts/setup/',
    what: 'lock',
    reason: 'npm calls its list of pinned packages package-lock.json',
  },
  {
    rule: 'banned word',
    path: 'scripts/steps/',
    what: 'lock',
    reason: 'npm calls its list of pinned packages package-lock.json',
  },
  {
    rule: 'banned word',
    path: 'test/toolGuards.test.ts',
    what: 'lock',
    reason: 'npm calls its list of pinned packages package-lock.json',
  },
  {
    rule: 'banned word',
    path: 'test/installScripts.test.ts',
    what: 'lock',
    reason: 'npm calls its list of pinned packages package-lock.json',
  },
  {
    rule: 'banned word',
    path: 'test/driver/electron/',
    reason: "the stand-in has Electron's own names",
  },
  {
    rule: 'banned word',
    path: 'test/guards/',
    what: 'package',
    reason: 'the guards speak of npm packages',
  },
  {
    rule: 'banned word',
    path: 'src/domain/barcode/commandCode.ts',
    what: 'lock',
    name: 'LOCK',
    reason: 'stands on the printed sheet of command codes',
  },
  {
    rule: 'banned word',
    path: 'src/',
    what: 'shelf',
    name: 'shelfLife',
    reason: 'how long goods keep (保质期), no place',
  },
  {
    rule: 'banned word',
    path: 'scripts/bareImports.mjs',
    what: 'package',
    reason: 'the check speaks of npm packages',
  },
  {
    rule: 'default export',
    path: 'scripts/steps/countReporter.mjs',
    reason: 'vitest loads a reporter by its default export',
  },
  {
    rule: 'default export',
    path: 'scripts/steps/knipCount.mjs',
    reason: 'knip loads a reporter by its default export',
  },
  {
    rule: 'workplace word',
    path: 'test/guards/workplaceWords.ts',
    reason: 'the list of the words itself',
  },
]
