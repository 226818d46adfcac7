import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { FileButton } from '../../kit/FileButton.tsx'
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
  const { draft, isChanged, faults, ownIds } = view
  if (!draft)
    return (
      <FileButton
        accept=".json"
        testId="template-file"
        onFiles={([file]) => void file?.text().then(desk.load)}
      >
        {t('templates.fromFile')}
      </FileButton>
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
