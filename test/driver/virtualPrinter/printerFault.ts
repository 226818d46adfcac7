/** What goes wrong, to order. Paper and head stop until `loadPaper`:
 *  `paperOut`, `headOpen`, `jam` at the n-th label (from 1); `lost` takes that label and prints nothing.
 *  The line: `refuse` nobody listens; `neverReads` connects and takes nothing; `slow` reads so many
 *  bytes a second; `talksFirst` says something unasked; `reset` cuts a connection once it brought so
 *  many bytes; `cutAfterLast` cuts it right after a label's last byte, and prints.
 *  Answers: `silent` gives none; `endsUnanswered` ends its side instead; `splitAnswers` in parts;
 *  `joinedAnswers` two in one part. */
export type PrinterFault =
  | { readonly kind: StopFault | 'lost'; readonly atLabel: number }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | { readonly kind: 'reset'; readonly afterBytes: number }
  | { readonly kind: PlainFault }

export type StopFault = 'paperOut' | 'headOpen' | 'jam'

const plainFaults = [
  'refuse',
  'neverReads',
  'talksFirst',
  'cutAfterLast',
  'silent',
  'endsUnanswered',
  'splitAnswers',
  'joinedAnswers',
] as const
type PlainFault = (typeof plainFaults)[number]

/** `refuse`, `slow:40000`, `reset:4000`, `paperOut:3`; undefined where it is none of these. */
export function parsePrinterFault(text: string): PrinterFault | undefined {
  const [kind = '', said] = text.split(':', 2)
  const plain = plainFaults.find((name) => name === kind)
  if (plain) return said === undefined ? { kind: plain } : undefined
  const count = Number(said)
  if (!Number.isSafeInteger(count) || count < 1) return undefined
  if (kind === 'slow') return { kind, bytesPerSecond: count }
  if (kind === 'reset') return { kind, afterBytes: count }
  if (kind === 'paperOut' || kind === 'headOpen' || kind === 'jam' || kind === 'lost')
    return { kind, atLabel: count }
  return undefined
}
