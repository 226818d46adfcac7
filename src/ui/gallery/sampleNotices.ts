import type { Notice } from '@/kernel/notice.ts'
import { NO_NOTICE, type ShownNotice } from '../scan/shownNotice.ts'

/** A last answer for a sample. Example: `shownAs({ level: 'accepted', code: 'SCAN-000' }, 'T-0001')`. */
export function shownAs(notice: Notice, raw = ''): ShownNotice {
  return { notice, raw, answers: 1 }
}

/** One answer of each level, and none. */
export const sampleNotices: Readonly<Record<string, ShownNotice>> = {
  quiet: NO_NOTICE,
  accepted: shownAs({ level: 'accepted', code: 'UNDO-001' }),
  refused: shownAs({ level: 'refused', code: 'SCAN-003', params: { got: 'A-03-2-06' } }),
  attention: shownAs({ level: 'attention', code: 'UNDO-004' }),
  done: shownAs({ level: 'done', code: 'SCAN-000' }),
  ignored: shownAs({ level: 'ignored', code: 'SCAN-010', params: { raw: '6901234567892' } }),
}
