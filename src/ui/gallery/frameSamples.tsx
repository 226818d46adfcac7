import { HelpPanel } from '../shell/HelpPanel.tsx'
import { HomeMenu } from '../shell/HomeMenu.tsx'
import { SettingsPanel } from '../shell/SettingsPanel.tsx'
import { guessSettings } from '../shell/settings.ts'
import type { Sample } from './sample.ts'
import { sampleNotices } from './sampleNotices.ts'
import { NO_NOTICE } from '../scan/shownNotice.ts'

const ignore = () => {}

/** The pages of the frame itself. */
export const frameSamples: readonly Sample[] = [
  ...(['quiet', 'refused'] as const).map((name) => ({
    id: `home/${name}`,
    render: () => (
      <HomeMenu shown={sampleNotices[name] ?? NO_NOTICE} onSettings={ignore} onHelp={ignore} />
    ),
  })),
  {
    id: 'home/printerUntried',
    status: { printer: { light: 'untried', name: 'TSC' } },
    render: () => <HomeMenu shown={NO_NOTICE} onSettings={ignore} onHelp={ignore} />,
  },
  {
    id: 'settings/open',
    render: (settings = guessSettings('zh-CN', 1920, 1080)) => (
      <SettingsPanel
        shown={NO_NOTICE}
        settings={settings}
        onChange={ignore}
        onClose={ignore}
        onTone={ignore}
        onVoice={ignore}
      />
    ),
  },
  {
    id: 'help/open',
    render: () => <HelpPanel shown={NO_NOTICE} screen="pick" onClose={ignore} />,
  },
]
