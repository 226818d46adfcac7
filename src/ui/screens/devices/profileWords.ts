import type { TFunction } from 'i18next'
import type { ScannerProfile } from '@/device/scan/scannerProfile.ts'

/** How a scanner sends, in words of one line.
 *  Example: suffix Enter, prefix none, GS Ctrl+], pause up to 100 ms. */
export function profileWords(t: TFunction, profile: ScannerProfile): string {
  const { prefix, suffixes, gsText, gapMsMax } = profile
  return t('devices.profile', {
    suffix: suffixes.map((suffix) => t(`devices.suffix.${suffix}`)).join(' / '),
    prefix: prefix === '' ? t('devices.none') : prefix === 'aim' ? t('devices.aim') : prefix,
    gs: gsText === '' ? 'Ctrl+]' : gsText,
    gapMs: gapMsMax,
  })
}
