import { markDiffering } from '@/domain/record/specText.ts'

export interface SpecTextProps {
  readonly spec: string
  /** Specs of look-alikes in the same order. */
  readonly twins?: readonly string[] | undefined
}

/** A spec; the word by which it differs from a look-alike of the same order stands in a box. */
export function SpecText({ spec, twins = [] }: SpecTextProps) {
  const parts = markDiffering(spec, twins)
  // Without a twin the shop's own spelling stays as it is.
  if (!parts.some(({ differs }) => differs)) return <span>{spec}</span>
  return (
    <span className="spec">
      {parts.map(({ text, differs }) =>
        differs ? (
          <strong key={text} className="spec-differs">
            {text}
          </strong>
        ) : (
          <span key={text}>{text}</span>
        ),
      )}
    </span>
  )
}
