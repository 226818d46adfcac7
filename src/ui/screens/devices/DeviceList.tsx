import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SCANNER_FILE_MAX } from '@/device/scan/scannerFile.ts'
import { Button } from '../../kit/Button.tsx'
import { DeviceTile } from './DeviceTile.tsx'
import type { DevicesView } from './devicesDesk.ts'

export interface DeviceListProps {
  readonly view: DevicesView
  /** Gives the card with this number the commands. */
  readonly onSelect: (no: number) => void
  readonly onExport: () => void
  readonly onImport: (text: string) => void
}

/** One card per device, and the file of the scanners. */
export function DeviceList({ view, onSelect, onExport, onImport }: DeviceListProps) {
  const { t } = useTranslation()
  const { cards, errors, state } = view
  return (
    <>
      <div className="devices">
        {cards.map((card, i) => (
          <DeviceTile
            key={card.id}
            card={card}
            no={i + 1}
            isSelected={state.selected === i}
            error={errors.get(card.id) ?? null}
            onSelect={() => onSelect(i)}
          />
        ))}
      </div>
      <div className="device-actions">
        <Button onClick={onExport}>{t('devices.export')}</Button>
        <ProfilePicker onText={onImport} />
      </div>
    </>
  )
}

function ProfilePicker({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  // One character more than is read, so that a file that is too long is seen to be.
  const read = async (file: File | undefined) =>
    file && onText(await file.slice(0, SCANNER_FILE_MAX + 1).text())
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        data-testid="scanner-file"
        onChange={({ currentTarget }) => {
          void read(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('devices.import')}</Button>
    </>
  )
}
