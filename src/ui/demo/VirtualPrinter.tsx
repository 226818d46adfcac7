import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
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
            <LabelPicture key={label.jobId} label={label} />
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

function LabelPicture({ label }: { readonly label: DemoLabel }) {
  const { t } = useTranslation()
  // A copy: the picture may lie in a shared buffer, which no blob takes.
  const url = useMemo(
    () => URL.createObjectURL(new Blob([label.png.slice()], { type: 'image/png' })),
    [label.png],
  )
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return <img src={url} alt={t('demo.label', { no: label.no })} data-label-no={label.no} />
}
