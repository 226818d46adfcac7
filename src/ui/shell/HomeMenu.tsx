import { useTranslation } from 'react-i18next'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { KeyHint } from '../kit/KeyHint.tsx'
import { QrCommand } from '../kit/QrCommand.tsx'
import { useScan } from '../scan/ScanContext.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { PlainScreen } from '../workflow/PlainScreen.tsx'
import { homeVerbs } from './homeVerbs.ts'

export interface HomeMenuProps {
  readonly shown: ShownNotice
  /** Digits typed and not confirmed. */
  readonly pad?: string
  readonly onSettings: () => void
  readonly onHelp: () => void
}

/** All jobs of the station: scan the code, or tap. */
export function HomeMenu({ shown, pad = '', onSettings, onHelp }: HomeMenuProps) {
  const { t } = useTranslation()
  const { tap } = useScan()
  return (
    <PlainScreen
      station="home"
      state="menu"
      title={t('ui.appName')}
      now={
        <>
          {t('ui.homePrompt')} <strong className="code">{pad}</strong>
        </>
      }
      shown={shown}
    >
      <div className="tiles">
        {homeVerbs.map((verb, i) => (
          <button
            key={verb}
            type="button"
            className="tile"
            data-command-code={commandCodeOf(verb)}
            onClick={() => tap(commandCodeOf(verb))}
          >
            <QrCommand code={commandCodeOf(verb)} />
            <span className="rail-words">
              {t(`command.${verb}`)}
              <KeyHint name={`${i + 1} Enter`} />
            </span>
          </button>
        ))}
        <button type="button" className="tile" onClick={onSettings}>
          <span className="tile-sign" aria-hidden="true">
            ⚙
          </span>
          {t('ui.settings')}
        </button>
        <button type="button" className="tile" onClick={onHelp}>
          <span className="tile-sign" aria-hidden="true">
            ?
          </span>
          <span className="rail-words">
            {t('ui.help')}
            <KeyHint name="F1" />
          </span>
        </button>
      </div>
    </PlainScreen>
  )
}
