import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Chip } from '../kit/Chip.tsx'
import { countText } from '../words/countText.ts'
import { momentText } from '../words/momentText.ts'
import { noticeWords } from '../words/noticeWords.ts'
import { lightSigns, lightWords } from '../words/lightWords.ts'
import type { StationStatus, TroubledPrint } from './stationStatus.ts'

export interface StatusBarProps {
  readonly status: StationStatus
  readonly paused: boolean
  readonly muted: boolean
  /** Scans that wait for an answer. */
  readonly waiting: number
  /** Says that an answer is late. */
  readonly saving?: ReactNode
}

/** Who works where with what, and how far the station is from everybody else. */
export function StatusBar({ status, paused, muted, waiting, saving }: StatusBarProps) {
  const { t } = useTranslation()
  return (
    <footer className="status-bar">
      <span className="status-who">
        {status.operator ?? t('ui.nobody')}
        {status.station !== '' && (
          <>
            {' · '}
            <span className="status-station">{t('term.station')} </span>
            {status.station}
          </>
        )}
      </span>
      <DeviceState label={t('ui.printer')} device={status.printer} />
      <DeviceState label={t('ui.scale')} device={status.scale} />
      <Alert status={status} />
      <span className="status-gap">{saving}</span>
      {waiting > 1 && <Chip>{t('ui.waitingScans', { count: waiting })}</Chip>}
      {paused && <Chip alert>{t('ui.paused')}</Chip>}
      {muted && <Chip alert>{t('ui.muted')}</Chip>}
      <SyncState sync={status.sync} />
    </footer>
  )
}

/** One thing at a time: a device that stands, then a label to tear up, then one that cannot be printed, then
 *  one in doubt. */
function Alert({ status }: { readonly status: StationStatus }) {
  const { t } = useTranslation()
  const { doubts, strays, setAside } = status.prints
  const alert =
    status.alert ?? strayAlert(strays) ?? setAsideAlert(t, setAside) ?? doubtAlert(doubts)
  const count = doubts.length + strays.length + setAside.length
  return (
    <>
      {alert && (
        <strong className="status-alert" role="alert" data-code={alert.code}>
          {noticeWords(t, alert)}
        </strong>
      )}
      {status.alert && count > 0 && (
        <span className="status-prints">
          <Chip alert>
            <span data-testid="prints" data-doubts={doubts.length} data-set-aside={setAside.length}>
              {t('ui.printTroubles', { count: countText(count) })}
            </span>
          </Chip>
        </span>
      )}
    </>
  )
}

/** Asks about the label that has been in doubt longest. */
const doubtAlert = ([first]: readonly TroubledPrint[]) =>
  first ? { code: 'PRN-058', params: { no: first.no } } : null

/** Stands until a person says that it is torn up: another parcel must not get it. */
const strayAlert = ([first]: readonly TroubledPrint[]) =>
  first ? { code: 'PRN-045', params: { no: first.no } } : null

/** Names the label and why it is not printed. */
function setAsideAlert(t: TFunction, [first]: readonly TroubledPrint[]) {
  if (!first) return null
  const why = first.why ? noticeWords(t, first.why) : ''
  return { code: 'PRN-046', params: { no: first.no, why } }
}

function DeviceState({ label, device }: { label: string; device: StationStatus['printer'] }) {
  const { t } = useTranslation()
  return (
    <span className="status-device" data-light={device.light} title={device.name}>
      <span aria-hidden="true">{lightSigns[device.light]}</span> {label}{' '}
      <span className="status-words">{lightWords(t, device.light)}</span>
    </span>
  )
}

function SyncState({ sync }: { readonly sync: StationStatus['sync'] }) {
  const { t } = useTranslation()
  const { pending, conflicts, online, alone, oldestAtMs } = sync
  const parts = [
    alone ? t('ui.alone') : online ? null : t('ui.offline'),
    // A station alone has nobody to send to: a growing number would only worry people.
    alone ? null : t('ui.pendingSync', { count: pending }),
    conflicts > 0 ? t('ui.conflicts', { count: conflicts }) : null,
    oldestAtMs === null || alone ? null : t('ui.oldest', { at: momentText(oldestAtMs, 'clock') }),
  ]
  return (
    <span
      data-testid="sync"
      data-pending={pending}
      data-conflicts={conflicts}
      data-online={online ? '1' : '0'}
    >
      {parts.filter((part) => part !== null).join(' · ')}
    </span>
  )
}
