import { beforeEach, expect, test } from 'vitest'
import type { PlayedClip } from '@/device/feedback/createVoice.ts'
import { createFrame, type Frame } from '@/ui/shell/createFrame.ts'
import { guessSettings } from '@/ui/shell/settings.ts'
import { createStatus, type StationAlert, type StatusStore } from '@/ui/shell/stationStatus.ts'
import { startFeedback } from './startFeedback.ts'

const PAPER_OUT: StationAlert = { code: 'PRN-012', params: {}, spoken: { kind: 'paperOut' } }

let frame: Frame
let status: StatusStore

beforeEach(() => {
  frame = createFrame(guessSettings('zh-CN', 1920, 1080))
  status = createStatus()
  startFeedback(frame, status)
})

const voiceLog = (): readonly PlayedClip[] => Reflect.get(window, 'packlineVoice')
const tell = (alert: StationAlert | null) => status.setState({ alert })

test('paper that ran out is told aloud once, and again when it runs out again', async () => {
  tell(PAPER_OUT)
  tell({ ...PAPER_OUT })
  expect(voiceLog().map(({ clip, language }) => [clip, language])).toEqual([['paper-out', 'zh-CN']])
  await expect.poll(() => voiceLog()[0]?.outcome).toMatch(/playing|said/)
  tell(null)
  tell(PAPER_OUT)
  expect(voiceLog()).toHaveLength(2)
})

test('another fault of a device is left to its words on the screen', () => {
  tell({ code: 'PRN-010', params: {} })
  expect(voiceLog()).toEqual([])
})

test.each([
  ['in English', { locale: 'en' }, 'off'],
  ['in English, asked for', { locale: 'en', voice: 'on' }, 'waiting'],
  ['switched off', { voice: 'off' }, 'off'],
  ['muted', { muted: true }, 'off'],
] as const)('the voice of a station %s', (_, settings, outcome) => {
  frame.set(settings)
  tell(PAPER_OUT)
  expect(voiceLog().map((said) => said.outcome)).toEqual([outcome])
})
