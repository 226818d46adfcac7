import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PngPicture } from '../kit/PngPicture.tsx'
import type { DemoLabel, DemoPorts } from './demoPorts.ts'

/** Labels shown at once; the tray holds more. */
const LABELS_SHOWN = 3

/** The tray of the printer on the screen: the last labels as they would look on paper. */
export function VirtualPrinter({ ports }: { readonly ports: DemoPorts }) {
  const { t } = useTranslation()
  const labels = useLabels(ports)
  return (
    <section className="demo-part">
      <h2>
        {t('demo.printer')}
        {labels.length === 0 && <span className="demo-soft"> · {t('demo.noLabels')}</span>}
      </h2>
      {labels.length > 0 && (
        <div className="demo-tray">
          {labels.slice(0, LABELS_SHOWN).map((label) => (
            <PngPicture
              key={label.jobId}
              png={label.png}
              alt={t('demo.label', { no: label.no })}
              no={label.no}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function useLabels(ports: DemoPorts): readonly DemoLabel[] {
  const [labels, setLabels] = useState<readonly DemoLabel[]>([])
  useEffect(() => {
    const read = () => void ports.readLabels().then(setLabels)
    read()
    return ports.onLabel(read)
  }, [ports])
  return labels
}
