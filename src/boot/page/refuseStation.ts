import { createWords } from '@/ui/words/i18n.ts'
import { tellBefore } from './tellBefore.ts'

/** Words instead of a station: a second window (STO-007), no host (BRG-011), data that does not open
 *  (STO-002). In the language of the browser: the settings may be what failed. */
export function refuseStation(root: HTMLElement, code: 'STO-002' | 'STO-007' | 'BRG-011'): void {
  const { t } = createWords(navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
  tellBefore(root, `${t(`notice.${code}`)} (${code})`, 'alert').dataset.code = code
}
