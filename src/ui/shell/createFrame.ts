import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { Notice } from '@/kernel/notice.ts'
import { type Settings, THEMES } from './settings.ts'

/** A page of the frame that covers the job; the job keeps its state below. */
export type Panel = 'help' | 'settings'

export interface FrameState {
  readonly settings: Settings
  readonly panel: Panel | null
  /** True while the field for a code typed by hand is open. */
  readonly fieldOpen: boolean
}

export interface Frame {
  readonly store: StoreApi<FrameState>
  /** Does the frame's own commands; null: the command is for the open job. */
  verbs(verb: CommandVerb): Notice | null
  set(part: Partial<Settings>): void
  show(panel: Panel | null): void
  openField(open: boolean): void
}

/** The frame around all screens: settings, help, the field for typed codes. Knows no stock. */
export function createFrame(settings: Settings): Frame {
  const store = createStore<FrameState>(() => ({ settings, panel: null, fieldOpen: false }))
  const show = (panel: Panel | null) => store.setState({ panel })
  const set = (part: Partial<Settings>) =>
    store.setState((state) => ({ settings: { ...state.settings, ...part } }))
  return {
    store,
    set,
    show,
    openField: (fieldOpen) => store.setState({ fieldOpen }),
    verbs(verb) {
      const own = ownCommand(verb, store.getState().settings)
      if (own !== null) {
        set(own.settings)
        return said(own.code)
      }
      const { panel } = store.getState()
      if (verb === 'HELP') {
        show(panel === 'help' ? null : 'help')
        return said(panel === 'help' ? 'SET-007' : 'SET-006')
      }
      if (panel === null) return null
      show(null)
      // A command acts on what a person sees: here that is the panel, not the job below.
      return verb === 'HOME' ? null : said('SET-007')
    },
  }
}

interface OwnCommand {
  readonly code: string
  readonly settings: Partial<Settings>
}

function ownCommand(verb: CommandVerb, settings: Settings): OwnCommand | null {
  switch (verb) {
    case 'LANG':
      return { code: 'SET-001', settings: { locale: settings.locale === 'en' ? 'zh-CN' : 'en' } }
    case 'NIGHT': {
      const next = THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length]
      return { code: 'SET-002', settings: { theme: next ?? 'day' } }
    }
    case 'HANDL':
      return { code: 'SET-003', settings: { hand: 'left' } }
    case 'HANDR':
      return { code: 'SET-003', settings: { hand: 'right' } }
    case 'MUTE': {
      const muted = !settings.muted
      return { code: muted ? 'SET-004' : 'SET-005', settings: { muted } }
    }
    default:
      return null
  }
}

const said = (code: string): Notice => ({ level: 'accepted', code })
