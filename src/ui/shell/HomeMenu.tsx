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

export interface HomeMenuProps {
  /** Screens that exist in this station. */
  readonly screens: readonly ScreenId[]
  readonly onSettings: () => void
  readonly onHelp: () => void
}

/** All jobs of the station: scan the code, or tap. */
export function HomeMenu({ screens, onSettings, onHelp }: HomeMenuProps) {
  const { t } = useTranslation()
  const { tap } = useScan()
  return (
    <main className="plain-screen" data-station="home" data-state="menu">
      <h1 className="mb-4 text-[1.6em] font-bold" data-testid="now" data-code="">
        {t('ui.homePrompt')}
      </h1>
      <div className="tiles">
        {screenVerbs
          .filter((verb) => screens.includes(SCREEN_VERBS[verb]))
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
    </main>
  )
}

const screenVerbs: readonly ScreenVerb[] = Object.keys(SCREEN_VERBS)
  .filter(isCommandVerb)
  .filter(isScreenVerb)
