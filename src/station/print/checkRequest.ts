import { isComponentLabel, type PrintContent, platformOf } from '@/document/componentLabel.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import type { PrintRequest } from '@/protocol/labelShape.ts'
import type { LabelPress } from './labelPress.ts'
import type { PrinterSetup } from './printerSetup.ts'
import type { PrintNotice } from './printJob.ts'

/** Labels that may wait for one printer: more means that nobody looks at it. */
export const WAITING_JOBS_MAX = 500
/** Paper is cut to a millimetre; the driver's size may differ by as much. */
const PAPER_TOLERANCE_MM = 1

/** Why a well-formed request is not queued: PRN-032 too many wait, PRN-033 a reprint without a
 *  reason, PRN-034 other paper is loaded, PRN-084 a platform's waybill where we draw or the other way
 *  round, PRN-02x the label itself. */
export function checkRequest(
  request: PrintRequest,
  { setup, waiting }: { setup: PrinterSetup; waiting: number },
  press: LabelPress,
): PrintNotice[] {
  const { name } = setup
  if (waiting >= WAITING_JOBS_MAX)
    return [{ code: 'PRN-032', params: { printer: name, count: waiting } }]
  if (request.document.revision > 0 && !request.reason?.trim())
    return [{ code: 'PRN-033', params: { no: request.document.no } }]
  return checkLabel(request, setup, press)
}

/** Why this printer cannot print a label: PRN-084 it is (not) a platform's component, PRN-034 other paper
 *  is loaded, PRN-02x the label itself. */
export function checkLabel(
  { label, document }: { label: PrintContent; document: Pick<PrintRequest['document'], 'no'> },
  setup: PrinterSetup,
  press: LabelPress,
): PrintNotice[] {
  const { transport, name } = setup
  if (platformOf(label) !== (transport.kind === 'component' ? transport.platform : undefined))
    return [{ code: 'PRN-084', params: { printer: name, no: document.no } }]
  if (isComponentLabel(label)) return []
  if (!fitsPaper(label, setup)) {
    const { widthMm, heightMm } = label
    return [{ code: 'PRN-034', params: { printer: name, widthMm, heightMm } }]
  }
  return press.check(label, setup.profile)
}

function fitsPaper(label: LabelModel, { paper, profile, kinds }: PrinterSetup): boolean {
  if (paper === undefined) return true
  const isWide = Math.abs(label.widthMm - paper.widthMm) <= PAPER_TOLERANCE_MM
  // A receipt is as long as it must be.
  if (profile.media === 'continuous' && kinds?.includes('packReceipt')) return isWide
  return isWide && Math.abs(label.heightMm - paper.heightMm) <= PAPER_TOLERANCE_MM
}
