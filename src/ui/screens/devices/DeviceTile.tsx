import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { Button } from '../../kit/Button.tsx'
import { useScan } from '../../scan/ScanContext.tsx'
import { momentText } from '../../words/momentText.ts'
import { noticeWords } from '../../words/noticeWords.ts'
import { lightSigns, lightWords } from '../../words/lightWords.ts'
import type { DeviceCard, DeviceError } from './deviceCards.ts'
import { deviceName } from './deviceName.ts'
import { profileWords } from './profileWords.ts'

export interface DeviceTileProps {
  readonly card: DeviceCard
  /** From 1: the number that tests it. */
  readonly no: number
  readonly isSelected: boolean
  /** `list`: its own buttons; `target`: it may take another printer's labels; `none`: neither. */
  readonly offers: 'list' | 'target' | 'none'
  readonly error: DeviceError | null
  /** Gives this card the commands. */
  readonly onSelect: () => void
}

/** One device: its light, a test, and what was wrong with it last. */
export function DeviceTile(props: DeviceTileProps) {
  const { card, no, isSelected, error } = props
  const { t } = useTranslation()
  const { kind, light } = card
  const name = deviceName(t, card)
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    <section
      ref={ref}
      className="device"
      data-device={card.id}
      data-light={light}
      aria-current={isSelected ? 'true' : undefined}
    >
      <header className="device-head">
        <h2>
          <span className="device-no">{no}</span> {t(`devices.kind.${kind}`)}
          {name !== '' && <span className="device-name"> {name}</span>}
        </h2>
        <p className="device-light">
          <span aria-hidden="true">{lightSigns[light]}</span> {lightWords(t, light)}
        </p>
      </header>
      <DeviceState card={card} error={error} />
      {card.printer && card.printer.waiting > 0 && (
        <p>{t('devices.waiting', { count: card.printer.waiting })}</p>
      )}
      <div className="device-actions">
        <DeviceActions {...props} />
      </div>
    </section>
  )
}

/** Each button is a command given to this card. */
function DeviceActions({ card, offers, onSelect }: DeviceTileProps) {
  const { t } = useTranslation()
  const { tap } = useScan()
  const { kind, printer } = card
  const act = (verb: 'OK' | 'YES' | 'HOLD') => () => {
    onSelect()
    tap(commandCodeOf(verb))
  }
  if (offers === 'none') return null
  if (offers === 'target') return <Button onClick={act('OK')}>{t('devices.take')}</Button>
  return (
    <>
      <Button onClick={act('OK')}>{t('devices.test')}</Button>
      {kind === 'scanner' && <Button onClick={act('YES')}>{t('devices.setUp')}</Button>}
      {printer && (
        <Button onClick={act('HOLD')}>
          {t(printer.isHeld ? 'devices.resume' : 'devices.pause')}
        </Button>
      )}
      {printer && printer.waiting > 0 && <Button onClick={act('YES')}>{t('devices.move')}</Button>}
    </>
  )
}

function DeviceState({ card, error }: Pick<DeviceTileProps, 'card' | 'error'>) {
  const { t } = useTranslation()
  const { why, profile, scale, kind } = card
  if (why) {
    const own = kind === 'scanner' ? { name: deviceName(t, card) } : {}
    return (
      <p className="device-why">{noticeWords(t, { ...why, params: { ...why.params, ...own } })}</p>
    )
  }
  return (
    <>
      {kind === 'scanner' && <p>{profile ? profileWords(t, profile) : t('devices.profileNone')}</p>}
      {scale?.reading?.kind === 'load' && (
        <p className="device-grams">{t('devices.grams', { weightG: scale.reading.weightG })}</p>
      )}
      {error && (
        <p>
          {t('devices.lastError', {
            at: momentText(error.atMs, 'clock'),
            words: noticeWords(t, error),
          })}
        </p>
      )}
    </>
  )
}
