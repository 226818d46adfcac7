import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { PRACTICE_CODES } from '@/device/scan/learnScanner.ts'
import type { ShownNotice } from '../../scan/shownNotice.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { DeviceList, type DeviceListProps } from './DeviceList.tsx'
import type { DevicesDesk, DevicesView } from './devicesDesk.ts'
import { deviceName } from './deviceName.ts'
import { devicesVerbs } from './devicesState.ts'
import { SampleList } from './SampleList.tsx'
import './devices.css'

interface Framed {
  readonly shown: ShownNotice
  readonly pad: string
}

/** What is plugged in here, whether it works, and how the scanners send. */
export function DevicesScreen({ desk, ...framed }: Framed & { readonly desk: DevicesDesk }) {
  const view = useSyncExternalStore(desk.subscribe, desk.view)
  return (
    <DevicesDrawing
      {...framed}
      view={view}
      onSelect={desk.select}
      onExport={() => void desk.exportProfiles()}
      onImport={(text) => void desk.importProfiles(text)}
    />
  )
}

/** The screen from plain values; the gallery draws it from samples. */
export function DevicesDrawing(props: Framed & DeviceListProps) {
  const { view, shown, pad } = props
  const { t } = useTranslation()
  const { state } = view
  const total = PRACTICE_CODES.length
  const sampling = 'samples' in state ? state : null
  return (
    <WorkflowScreen
      station="devices"
      state={state.kind}
      title={t('screen.devices')}
      now={useNow(view)}
      shown={shown}
      pad={pad}
      progress={sampling ? { done: sampling.samples.length, total } : undefined}
      context={sampling ? <SampleList state={sampling} /> : <DeviceList {...props} />}
      commands={devicesVerbs(state)}
    />
  )
}

function useNow({ state, cards }: DevicesView) {
  const { t } = useTranslation()
  if (state.kind === 'learned') return { text: t('devices.now.learned') }
  if (state.kind === 'sample') {
    const no = state.samples.length + 1
    return { text: t('devices.now.sample', { no, total: PRACTICE_CODES.length }) }
  }
  const card = cards[state.selected]
  const name = card ? deviceName(t, card) || t(`devices.kind.${card.kind}`) : ''
  if (state.kind === 'target') {
    const count = card?.printer?.waiting ?? 0
    return { text: t('devices.now.target', { count, from: name, to: cards[state.to]?.name ?? '' }) }
  }
  return { text: t(`devices.now.${wantOf(card)}`, { no: state.selected + 1, name }) }
}

/** What is said of the chosen card: what it needs, before what it can. */
function wantOf(card: DevicesView['cards'][number] | undefined) {
  if (card?.kind === 'scanner') return 'scanner'
  if (card?.printer?.isHeld) return 'held'
  return card?.printer && card.printer.waiting > 0 && card.light === 'fault' ? 'stuck' : 'list'
}
