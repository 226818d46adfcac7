import type { Sku } from '@/domain/record/sku.ts'
import { specText } from '@/domain/record/specText.ts'

export type FoundSku = Pick<Sku, 'id' | 'name' | 'spec' | 'colour' | 'size'>

/** Goods offered at once; more letters find the rest. */
const SHOWN_MAX = 5

/** Goods whose code or name begins with what was typed; a tap takes one. */
export function FoundSkus(props: {
  readonly skus: readonly FoundSku[]
  readonly onChoose: (sku: FoundSku) => void
}) {
  return (
    <ul className="found-skus">
      {props.skus.slice(0, SHOWN_MAX).map((sku) => (
        <li key={sku.id}>
          <button
            type="button"
            className="btn"
            // The field would lose the focus, and close, before the tap is done.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(sku)}
          >
            <span className="code">{sku.id}</span>
            <span>{[sku.name, specText(sku)].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
