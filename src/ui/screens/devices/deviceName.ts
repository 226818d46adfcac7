import type { TFunction } from 'i18next'
import en from '@/locales/en.json'
import type { DeviceCard } from './deviceCards.ts'

type ScaleWord = keyof typeof en.devices.scaleKind

const isScaleWord = (kind: string): kind is ScaleWord => Object.hasOwn(en.devices.scaleKind, kind)

/** What a card calls its device, '' where its kind says enough. Scanners and scales of the host have ids
 *  for programs: kind and plug. Example: `a9:ttyUSB0` -> XK3190-A9, port ttyUSB0. */
export function deviceName(
  t: TFunction,
  { kind, name }: Pick<DeviceCard, 'kind' | 'name'>,
): string {
  const [first = '', port = ''] = name.split(':')
  if (kind === 'scale' && isScaleWord(first)) return at(t, t(`devices.scaleKind.${first}`), port)
  if (kind !== 'scanner' || name === '') return name
  // `scanner` stands for whichever is plugged in.
  if (first === 'hid') return at(t, t('devices.hidScanner'), port === 'scanner' ? '' : port)
  return first === 'serial' ? at(t, t('devices.serialScanner'), port) : name
}

const at = (t: TFunction, name: string, port: string): string =>
  port === '' ? name : t('devices.atPort', { name, port })
