import { useTranslation } from 'react-i18next'
import type { NoticeLevel } from '@/kernel/notice.ts'
import { WholeCodes } from '../kit/WholeCodes.tsx'
import { useFit } from '../kit/useFit.ts'
import { noticeWords } from '../words/noticeWords.ts'
import type { ShownNotice } from '../scan/shownNotice.ts'

const signs: Readonly<Record<NoticeLevel, string>> = {
  accepted: '✓',
  done: '✓✓',
  refused: '✕',
  attention: '!',
  ignored: '·',
}

/** The answer to the last scan: sign, words, code. It stays until the next one. */
export function NoticeBand({ shown }: { readonly shown: ShownNotice }) {
  const { t } = useTranslation()
  const { notice, raw, answers } = shown
  const ref = useFit<HTMLDivElement>()
  const urgent = notice?.level === 'refused' || notice?.level === 'attention'
  return (
    <div
      ref={ref}
      className="notice"
      data-testid="notice"
      data-level={notice?.level ?? ''}
      data-code={notice?.code ?? ''}
      data-scan={raw}
      data-answers={answers}
      role={urgent ? 'alert' : 'status'}
    >
      {notice !== null && (
        <>
          <span className="notice-sign" aria-hidden="true">
            {signs[notice.level]}
          </span>
          <span className="notice-words">
            <WholeCodes text={noticeWords(t, notice)} />
          </span>
          <span className="notice-code">{notice.code}</span>
        </>
      )}
    </div>
  )
}
