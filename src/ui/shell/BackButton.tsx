import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'
import { KeyHint } from '../kit/KeyHint.tsx'

/** The way back from a page that covers the job. */
export function BackButton({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Button onClick={onClose}>
      {t('command.BACK')} <KeyHint name="Esc" />
    </Button>
  )
}
