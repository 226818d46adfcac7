import { NUMBER_VERBS } from '@/domain/barcode/commandCode.ts'
import { RailCommand } from './CommandRail.tsx'

/** Reasons to choose from: each by its code, by its number and Enter, or by a tap. `reasons`: their words, at
 *  most nine. */
export function NumberedReasons({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <ol className="numbered-reasons">
      {NUMBER_VERBS.slice(0, reasons.length).map((verb, i) => (
        <li key={verb}>
          <RailCommand verb={verb} name={reasons[i] ?? ''} />
        </li>
      ))}
    </ol>
  )
}
