import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import type { TemplateDesk, TemplateView } from './templateDesk.ts'

/** Save, restore, test print and back; on the list, a template from a file. */
export function TemplateActions({
  desk,
  view,
}: {
  readonly desk: TemplateDesk
  readonly view: TemplateView
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { draft, isChanged, faults, ownIds } = view
  if (!draft)
    return (
      <>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json"
          data-testid="template-file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) void file.text().then(desk.load)
          }}
        />
        <Button onClick={() => input.current?.click()}>{t('templates.fromFile')}</Button>
      </>
    )
  return (
    <>
      <Button
        tone="strong"
        disabled={!isChanged || faults.length > 0}
        onClick={() => void desk.save()}
      >
        {t('templates.save')}
      </Button>
      <Button disabled={isChanged} onClick={() => void desk.testPrint()}>
        {t('templates.testPrint')}
      </Button>
      <Button
        disabled={!ownIds.includes(draft.id) && !isChanged}
        onClick={() => void desk.restore()}
      >
        {t('templates.restore')}
      </Button>
      <Button onClick={desk.close}>{t('templates.back')}</Button>
    </>
  )
}
