import type { TFunction } from 'i18next'
import { type ReprintReason, NOT_PRINTED, reprintReasons } from '@/domain/printing/reprint.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'

/** Which reprint it is, and why; '' for the first print. Example: Reprint 1 · Paper jam. */
export function reprintWords(
  t: TFunction,
  { revision, reason }: Pick<PrintIntent, 'revision' | 'reason'>,
): string {
  if (revision <= 1) return ''
  const again = t('prints.again', { no: revision - 1 })
  return isReason(reason) ? `${again} · ${t(`pack.reprint.${reason}`)}` : again
}

const isReason = (reason: string): reason is ReprintReason | typeof NOT_PRINTED =>
  [...reprintReasons, NOT_PRINTED].some((each) => each === reason)
