import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/Button.tsx'

/** Takes the network away, as far as one can see: a station alone asks nobody, so all goes on. Counts the
 *  scans answered since. */
export function OfflineSwitch({ answers }: { readonly answers: number }) {
  const { t } = useTranslation()
  const [since, setSince] = useState<number | null>(null)
  const isOffline = since !== null
  return (
    <section className="demo-part">
      <Button
        aria-pressed={isOffline}
        data-testid="demo-offline"
        onClick={() => setSince(isOffline ? null : answers)}
      >
        {t(isOffline ? 'demo.goOnline' : 'demo.goOffline')}
      </Button>
      {isOffline && <p>{t('demo.offlineNote', { count: answers - since })}</p>}
    </section>
  )
}
