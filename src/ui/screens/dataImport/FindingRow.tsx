import { useTranslation } from 'react-i18next'
import type { Choice, Finding } from '@/domain/dataImport/finding.ts'
import { findingWords } from '@/domain/dataImport/findingWords.ts'
import { Button } from '../../kit/Button.tsx'

interface FindingRowProps {
  readonly finding: Finding
  readonly onDecide: (choice: Choice) => void
}

/** One doubt: code, row, column, what stands there, what is offered, and the person's answer. */
export function FindingRow({ finding, onDecide }: FindingRowProps) {
  const { t } = useTranslation()
  const { row, column, code, level, raw, offer, choice } = finding
  const { code: helpCode, params } = findingWords(finding)
  const isOpen = level === 'ask' && choice === undefined
  return (
    <li
      className="finding"
      data-level={level}
      data-code={code}
      data-row={row ?? ''}
      data-column={column ?? ''}
    >
      <span className="code">{helpCode}</span>
      <span>{row === null ? t('import.wholeFile') : t('import.atRow', { row })}</span>
      <span>{column ?? ''}</span>
      <span className="finding-words">
        {t(`finding.${code}`, params)}
        {raw !== undefined && raw !== '' && <q className="code">{raw}</q>}
      </span>
      <span className="import-actions">
        {choice === undefined
          ? !isOpen && t(`import.level.${level}`)
          : t(`import.choice.${choice}`)}
        {isOpen && offer !== undefined && (
          <Button onClick={() => onDecide('offer')}>{t('import.useOffer', { offer })}</Button>
        )}
        {isOpen && <Button onClick={() => onDecide('keep')}>{t('import.keepAsIs')}</Button>}
        {isOpen && <Button onClick={() => onDecide('leaveOut')}>{t('import.leaveOut')}</Button>}
      </span>
    </li>
  )
}
