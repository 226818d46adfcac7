import type { DotPicture } from './dotPicture.ts'

/** What can be asked of a printer, whatever the language; `receipt` is answered once the label before
 *  it came out. */
export type PrinterQuery = 'status' | 'detail' | 'counter' | 'receipt'

/** What a printer did with its input: drew a label, or was asked something; `said` is what the
 *  question carried (the status byte wanted, the process id). */
export type PrinterEvent =
  | { readonly kind: 'label'; readonly picture: DotPicture; readonly bytes: Uint8Array }
  | { readonly kind: 'question'; readonly query: PrinterQuery; readonly said: string }

/** Reads one connection. */
export interface LabelReader {
  /** Takes the next bytes from the line and says what they led to. Throws on an unknown command. */
  read(chunk: Uint8Array): PrinterEvent[]
  /** The connection ended in order: a label without an end mark of its own is done now. */
  end(): PrinterEvent[]
}

/** What the front of the input is: so many bytes that led to a picture, a question or nothing. */
export interface ReadStep {
  readonly taken: number
  /** A label that ends with these bytes. */
  readonly picture?: DotPicture | undefined
  readonly question?: { readonly query: PrinterQuery; readonly said: string }
}

/** A printer's language: looks at the front of the input; undefined where it is not whole yet. */
export interface LanguageReader {
  step(input: Buffer): ReadStep | undefined
  /** A picture that only the end of the connection ends. */
  last?(): DotPicture | undefined
}

/** Drives a language over input that comes in parts, and keeps the bytes of each label. */
export function createLabelReader(language: LanguageReader): LabelReader {
  let rest = Buffer.alloc(0)
  let label: Buffer[] = []
  const labelOf = (picture: DotPicture): PrinterEvent => {
    const bytes = Buffer.concat(label)
    label = []
    return { kind: 'label', picture, bytes }
  }
  return {
    read(chunk) {
      const events: PrinterEvent[] = []
      rest = Buffer.concat([rest, chunk])
      for (;;) {
        const step = rest.length > 0 ? language.step(rest) : undefined
        if (!step) return events
        if (!step.question) label.push(rest.subarray(0, step.taken))
        rest = rest.subarray(step.taken)
        if (step.picture) events.push(labelOf(step.picture))
        if (step.question) events.push({ kind: 'question', ...step.question })
      }
    },
    end() {
      const picture = language.last?.()
      return picture ? [labelOf(picture)] : []
    },
  }
}
