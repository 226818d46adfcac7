import { useTranslation } from 'react-i18next'
import { SCANNER_FILE_MAX } from '@/device/scan/scannerFile.ts'
import { Button } from '../../kit/Button.tsx'
import { FileButton } from '../../kit/FileButton.tsx'
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
  // One character more than is read, so that a file that is too long is seen to be.
  const read = async (file: File) => onImport(await file.slice(0, SCANNER_FILE_MAX + 1).text())
  return (
    <>
      <div className="devices">
        {cards.map((card, i) => (
          <DeviceTile
            key={card.id}
            card={card}
            no={i + 1}
            isSelected={(state.kind === 'target' ? state.to : state.selected) === i}
            offers={offersOf(view, i)}
            error={errors.get(card.id) ?? null}
            onSelect={() => onSelect(i)}
          />
        ))}
      </div>
      <div className="device-actions">
        <Button onClick={onExport}>{t('devices.export')}</Button>
        <FileButton
          accept=".json"
          testId="scanner-file"
          onFiles={([file]) => file && void read(file)}
        >
          {t('devices.import')}
        </FileButton>
      </div>
    </>
  )
}

/** While labels look for another printer only printers can be chosen, and not their own. */
function offersOf({ state, cards }: DevicesView, no: number): 'list' | 'target' | 'none' {
  if (state.kind !== 'target') return 'list'
  return cards[no]?.printer && no !== state.selected ? 'target' : 'none'
}
