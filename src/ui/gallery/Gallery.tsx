import '../kit/kit.css'
import { useEffect, useSyncExternalStore } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { applySettings } from '../shell/applySettings.ts'
import { StatusBar } from '../shell/StatusBar.tsx'
import { type Settings, guessSettings, parseSettings } from '../shell/settings.ts'
import { EMPTY_STATUS } from '../shell/stationStatus.ts'
import { createWords } from '../words/i18n.ts'
import type { Sample } from './sample.ts'
import { samples } from './samples.ts'

const PREFIX = '#gallery'

/** What the address asks for: `#gallery/pick/scanBin?theme=night&locale=en&hand=left`. */
function readAddress(hash: string) {
  const [path = '', query = ''] = hash.slice(PREFIX.length).split('?')
  const asked = JSON.stringify(Object.fromEntries(new URLSearchParams(query)))
  const base = guessSettings('zh-CN', screen.width, screen.height)
  return { id: decodeURIComponent(path.slice(1)), settings: parseSettings(asked, base) }
}

const words = createWords('zh-CN')

/** All samples as a list of links, or one of them as it would fill the page. */
export function Gallery() {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const { id, settings } = readAddress(hash)
  useEffect(() => {
    applySettings(window, settings)
    void words.changeLanguage(settings.locale).then(() => {
      document.body.dataset.sample = hash
    })
  })
  const sample = samples.find((each) => each.id === id)
  return (
    <I18nextProvider i18n={words}>
      {sample === undefined ? <SampleList /> : <OneSample key={hash} {...{ sample, settings }} />}
    </I18nextProvider>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function OneSample({ sample, settings }: { readonly sample: Sample; readonly settings: Settings }) {
  const { t } = useTranslation()
  const printer = { light: 'ready', name: 'TSC' } as const
  const status = { ...EMPTY_STATUS, operator: t('sample.operator'), station: 'P-01', printer }
  return (
    <div className="frame">
      {sample.render(settings)}
      <StatusBar
        status={{ ...status, ...sample.status }}
        paused={false}
        muted={false}
        waiting={0}
      />
    </div>
  )
}

function SampleList() {
  const { t } = useTranslation()
  return (
    <main className="h-full overflow-auto p-6">
      <h1 className="mb-4 text-[1.6em] font-bold">{t('ui.gallery')}</h1>
      <ul className="grid gap-2" data-testid="samples">
        {samples.map(({ id }) => (
          <li key={id}>
            <a className="underline" href={`${PREFIX}/${id}`}>
              {id}
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
