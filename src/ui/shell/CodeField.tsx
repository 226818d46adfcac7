import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sku } from '@/domain/record/sku.ts'
import { searchSkus } from '@/store/queries/stock/readStock.ts'
import { Field } from '../kit/Field.tsx'
import { useScan } from '../scan/ScanContext.tsx'
import { useLive } from '../workflow/useLive.ts'
import { FoundSkus } from './FoundSkus.tsx'

const NOTHING: readonly Sku[] = []
/** One letter begins too many names to be of use; one Chinese character is a word. */
const isTooShort = (text: string) => text.length < 2 && /^[\x20-\x7e]*$/.test(text)

/** A field for a code that no scanner can read, or for the name of goods: opened by `/`, closed by
 *  Enter, Esc, a choice, or leaving it. */
export function CodeField({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { typed } = useScan()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const found = useLive<readonly Sku[]>(
    async (data) => (isTooShort(wanted) ? NOTHING : searchSkus(data, wanted)),
    NOTHING,
    [wanted],
  )
  const give = (code: string) => {
    if (code !== '') typed(code)
    onClose()
  }
  return (
    <form
      className="code-field"
      onSubmit={(event) => {
        event.preventDefault()
        give(wanted)
      }}
    >
      <FoundSkus skus={found} onChoose={({ id }) => give(id)} />
      <Field
        autoFocus
        label={t('ui.typeCodeLabel')}
        hint={t('ui.typeCode')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={onClose}
      />
    </form>
  )
}
