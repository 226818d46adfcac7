import { useTranslation } from 'react-i18next'
import { Chip } from '../kit/Chip.tsx'
import { noticeWords } from '../words/noticeWords.ts'
import type { DeviceLight, StationStatus } from './stationStatus.ts'

export interface StatusBarProps {
  readonly status: StationStatus
  readonly paused: boolean
  readonly muted: boolean
  /** Scans that wait for an answer. */
  readonly waiting: number
}

/** Who works where with what, and how far the station is from everybody else. */
export function StatusBar({ status, paused, muted, waiting }: StatusBarProps) {
  const { t } = useTranslation()
  return (
    <footer className="status-bar">
      <span className="status-who">
        {status.operator ?? t('ui.nobody')}
        {status.station !== '' && ` · ${status.station}`}
      </span>
      <DeviceState label={t('ui.printer')} device={status.printer} />
      <DeviceState label={t('ui.scale')} device={status.scale} />
      {status.alert && (
        <strong className="status-alert" role="alert" data-code={status.alert.code}>
          {noticeWords(t, status.alert)}
        </strong>
      )}
      <span className="status-gap" />
      {waiting > 1 && <Chip>{t('ui.waitingScans', { count: waiting })}</Chip>}
      {paused && <Chip alert>{t('ui.paused')}</Chip>}
      {muted && <Chip alert>{t('ui.muted')}</Chip>}
      <SyncState sync={status.sync} />
    </footer>
  )
}

const lightSigns: Readonly<Record<DeviceLight, string>> = { ready: '✓', fault: '✕', unset: '–' }

function DeviceState({ label, device }: { label: string; device: StationStatus['printer'] }) {
  const { t } = useTranslation()
  const words = { ready: t('ui.ready'), fault: t('ui.fault'), unset: t('ui.notSet') }[device.light]
  return (
    <span className="status-device" data-light={device.light} title={device.name}>
      <span aria-hidden="true">{lightSigns[device.light]}</span> {label}{' '}
      <span className="status-words">{words}</span>
    </span>
  )
}

function SyncState({ sync }: { readonly sync: StationStatus['sync'] }) {
  const { t, i18n } = useTranslation()
  const { pending, conflicts, online, alone, oldestAtMs } = sync
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' })
  const parts = [
    alone ? t('ui.alone') : online ? null : t('ui.offline'),
    // A station alone has nobody to send to: a growing number would only worry people.
    alone ? null : t('ui.pendingSync', { count: pending }),
    conflicts > 0 ? t('ui.conflicts', { count: conflicts }) : null,
    oldestAtMs === null || alone ? null : t('ui.oldest', { at: clock.format(oldestAtMs) }),
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
