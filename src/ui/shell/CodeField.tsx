import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../kit/Field.tsx'
import { useScan } from '../scan/ScanContext.tsx'

/** A field for a code that no scanner can read: opened by `/`, closed by Enter, Esc or leaving it. */
export function CodeField({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { typed } = useScan()
  const [text, setText] = useState('')
  return (
    <form
      className="code-field"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') typed(text.trim())
        onClose()
      }}
    >
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
