import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScanRouter } from '@/device/scan/scanRouter.ts'
import { Chip } from '../kit/Chip.tsx'

/** Says that the last scan is still being written, once a person begins to wait for its answer; the
 *  words of the step stay where they are. Draws itself alone: it changes twice a scan. */
export function SavingMark({ router }: { readonly router: ScanRouter }) {
  const { t } = useTranslation()
  const isSaving = useSyncExternalStore(router.subscribe, () => router.getState().waiting === 1)
  if (!isSaving) return null
  return (
    <span className="late">
      <Chip>{t('ui.saving')}</Chip>
    </span>
  )
}
