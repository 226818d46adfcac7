import { useTranslation } from 'react-i18next'
import {
  commandCodeOf,
  isCommandVerb,
  isScreenVerb,
  SCREEN_VERBS,
  type ScreenId,
  type ScreenVerb,
} from '@/domain/barcode/commandCode.ts'
import { QrCommand } from '../kit/QrCommand.tsx'
import { useScan } from '../scan/ScanContext.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { PlainScreen } from '../workflow/PlainScreen.tsx'

export interface HomeMenuProps {
  readonly shown: ShownNotice
  /** True for screens that this station has. */
  readonly exists: (screen: ScreenId) => boolean
  readonly onSettings: () => void
  readonly onHelp: () => void
}

/** All jobs of the station: scan the code, or tap. */
export function HomeMenu({ shown, exists, onSettings, onHelp }: HomeMenuProps) {
  const { t } = useTranslation()
  const { tap } = useScan()
  return (
    <PlainScreen
      station="home"
      state="menu"
      title={t('ui.appName')}
      now={t('ui.homePrompt')}
      shown={shown}
    >
      <div className="tiles">
        {screenVerbs
          .filter((verb) => exists(SCREEN_VERBS[verb]))
          .map((verb) => (
            <button
              key={verb}
              type="button"
              className="tile"
              data-command-code={commandCodeOf(verb)}
              onClick={() => tap(commandCodeOf(verb))}
            >
              <QrCommand code={commandCodeOf(verb)} />
              {t(`command.${verb}`)}
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
          {t('ui.help')}
        </button>
      </div>
    </PlainScreen>
  )
}

const screenVerbs: readonly ScreenVerb[] = Object.keys(SCREEN_VERBS)
  .filter(isCommandVerb)
  .filter(isScreenVerb)
