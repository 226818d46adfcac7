import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { KeyHint } from '../kit/KeyHint.tsx'

/** Title of a page that covers the job, and the way back. */
export function PanelHead({ title, onClose }: { title: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <header className="mb-4 flex items-center justify-between gap-4">
      <h1 className="text-[1.6em] font-bold">{title}</h1>
      <Button onClick={onClose}>
        {t('command.BACK')} <KeyHint name="Esc" />
      </Button>
    </header>
  )
}
