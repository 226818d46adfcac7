import type { TFunction } from 'i18next'
import type { DeviceLight } from '../shell/stationStatus.ts'

/** The sign of a light, for those who see no colour. */
export const lightSigns: Readonly<Record<DeviceLight, string>> = {
  ready: '✓',
  fault: '✕',
  untried: '…',
  unset: '–',
}

/** A light in one word. Example: untried -> 尚未连接. */
export const lightWords = (t: TFunction, light: DeviceLight): string =>
  ({
    ready: t('ui.ready'),
    fault: t('ui.fault'),
    untried: t('ui.untried'),
    unset: t('ui.notSet'),
  })[light]
