import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_LEVELS, type NoticeLevel, type Spoken } from '@/kernel/notice.ts'
import { Button } from '../kit/Button.tsx'
import { Card } from '../kit/Card.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Stepper } from '../kit/Stepper.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { PlainScreen } from '../workflow/PlainScreen.tsx'
import { BackButton } from './BackButton.tsx'
import { DIAGONAL_INCH, DISTANCE_M, isVoiceOn, type Settings, VOLUME } from './settings.ts'

export interface SettingsPanelProps {
  readonly shown: ShownNotice
  readonly settings: Settings
  readonly onChange: (part: Partial<Settings>) => void
  readonly onClose: () => void
  readonly onTone: (level: NoticeLevel) => void
  readonly onVoice: (spoken: Spoken) => void
}

/** How this station looks and sounds. Every change shows at once. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { shown, settings, onChange, onClose } = props
  const { t } = useTranslation()
  return (
    <PlainScreen
      station="settings"
      state="open"
      title={t('ui.settings')}
      shown={shown}
      actions={<BackButton onClose={onClose} />}
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <LookChoices settings={settings} onChange={onChange} />
        <Card title={t('ui.display')}>
          <p className="text-ink-soft">{t('ui.displayHint')}</p>
          <Row label={t('ui.diagonal')}>
            <NumberSetting name="diagonalInch" limits={DIAGONAL_INCH} {...{ settings, onChange }} />
          </Row>
          <Row label={t('ui.distance')}>
            <NumberSetting name="distanceM" limits={DISTANCE_M} {...{ settings, onChange }} />
          </Row>
          <p className="code now-sample">A-03-2-05</p>
        </Card>
        <SoundCard {...props} />
      </div>
    </PlainScreen>
  )
}

type SoundCardProps = Pick<SettingsPanelProps, 'settings' | 'onChange' | 'onTone' | 'onVoice'>

function SoundCard({ settings, onChange, onTone, onVoice }: SoundCardProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('ui.sound')}>
      <Choice
        label={t('ui.sound')}
        value={settings.muted ? 'off' : 'on'}
        options={[
          { value: 'on', text: t('ui.soundOn') },
          { value: 'off', text: t('ui.soundOff') },
        ]}
        onChoose={(value) => onChange({ muted: value === 'off' })}
      />
      <Row label={t('ui.volume')}>
        <NumberSetting name="volume" limits={VOLUME} {...{ settings, onChange }} />
      </Row>
      <Row label={t('ui.testTones')}>
        <div className="flex flex-wrap gap-3">
          {NOTICE_LEVELS.map((level) => (
            <Button key={level} onClick={() => onTone(level)}>
              {t(`level.${level}`)}
            </Button>
          ))}
        </div>
      </Row>
      <VoiceRows {...{ settings, onChange, onVoice }} />
    </Card>
  )
}

/** One of each kind, to be heard in the settings. */
const VOICE_SAMPLES: readonly Spoken[] = [
  { kind: 'slot', slot: 3 },
  { kind: 'remaining', qty: 12 },
  { kind: 'intercepted' },
  { kind: 'paperOut' },
]

function VoiceRows({ settings, onChange, onVoice }: Omit<SoundCardProps, 'onTone'>) {
  const { t } = useTranslation()
  const isOn = isVoiceOn(settings)
  return (
    <>
      <Row label={t('ui.voice')}>
        <Choice
          label={t('ui.voice')}
          value={isOn ? 'on' : 'off'}
          options={[
            { value: 'on', text: t('ui.voiceOn') },
            { value: 'off', text: t('ui.voiceOff') },
          ]}
          onChoose={(voice) => onChange({ voice })}
        />
      </Row>
      {isOn && (
        <div className="flex flex-wrap gap-3">
          {VOICE_SAMPLES.map((spoken) => (
            <Button key={spoken.kind} data-voice={spoken.kind} onClick={() => onVoice(spoken)}>
              {t(`voice.${spoken.kind}`, { ...spoken })}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

type Change = Pick<SettingsPanelProps, 'settings' | 'onChange'>

function LookChoices({ settings, onChange }: Change) {
  const { t } = useTranslation()
  return (
    <Card title={t('ui.look')}>
      <Row label={t('ui.language')}>
        <Choice
          label={t('ui.language')}
          value={settings.locale}
          options={[
            { value: 'zh-CN', text: t('ui.languageZh') },
            { value: 'en', text: t('ui.languageEn') },
          ]}
          onChoose={(locale) => onChange({ locale })}
        />
      </Row>
      <Row label={t('ui.theme')}>
        <Choice
          label={t('ui.theme')}
          value={settings.theme}
          options={[
            { value: 'day', text: t('ui.themeDay') },
            { value: 'night', text: t('ui.themeNight') },
            { value: 'contrast', text: t('ui.themeContrast') },
          ]}
          onChoose={(theme) => onChange({ theme })}
        />
      </Row>
      <Row label={t('ui.hand')}>
        <Choice
          label={t('ui.hand')}
          value={settings.hand}
          options={[
            { value: 'right', text: t('ui.handRight') },
            { value: 'left', text: t('ui.handLeft') },
          ]}
          onChoose={(hand) => onChange({ hand })}
        />
      </Row>
    </Card>
  )
}

const names = {
  diagonalInch: 'ui.diagonal',
  distanceM: 'ui.distance',
  volume: 'ui.volume',
} as const

function NumberSetting(
  props: Change & {
    readonly name: keyof typeof names
    readonly limits: { readonly min: number; readonly max: number; readonly step: number }
  },
) {
  const { t, i18n } = useTranslation()
  const { name, limits, settings, onChange } = props
  return (
    <Stepper
      label={t(names[name])}
      lessLabel={t('ui.less')}
      moreLabel={t('ui.more')}
      {...limits}
      value={settings[name]}
      format={(value) => new Intl.NumberFormat(i18n.language).format(value)}
      onChange={(value) => onChange({ [name]: value })}
    />
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <span className="text-ink-soft">{label}</span>
      {children}
    </div>
  )
}
