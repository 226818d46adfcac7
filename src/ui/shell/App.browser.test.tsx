import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFeedback, type Feedback } from '@/device/feedback/createFeedback.ts'
import { createScanRouter, type ScanRouter } from '@/device/scan/scanRouter.ts'
import { commandCodeOf, type ScreenId } from '@/domain/barcode/commandCode.ts'
import { systemClock } from '@/kernel/clock.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { accepted, refused } from '@/workflow/workflow.ts'
import { createDesk, type Desk } from '../workflow/createDesk.ts'
import type { Runner } from '../workflow/runner.ts'
import { WorkflowScreen } from '../workflow/WorkflowScreen.tsx'
import { createWords } from '../words/i18n.ts'
import { App, type FramedProps } from './App.tsx'
import { createFrame, type Frame } from './createFrame.ts'
import { guessSettings } from './settings.ts'
import { createStatus } from './stationStatus.ts'

/** Goal: the frame gives every scan its way and its answer. Method: the real page with one job that
 *  takes `GOOD` and refuses the rest. */
let root: Root
let router: ScanRouter
let frame: Frame
let desk: Desk
let feedback: Feedback
let given: string[]

function fakeRunner(): Runner {
  const state = { state: { kind: 'scanItem' }, undoDepth: 0, choice: [], resumed: false }
  return {
    workflowId: 'pick',
    view: () => state,
    subscribe: () => () => {},
    resume: async () => {},
    scan: async (raw) => {
      given.push(raw)
      return raw === 'GOOD' ? accepted('SCAN-000') : refused('SCAN-001', { raw })
    },
    give: async () => accepted('SCAN-000'),
    hold: () => () => undefined,
    undo: async () => {
      given.push('undo')
      return accepted('UNDO-001')
    },
  }
}

function PickScreen({ shown, pad }: FramedProps): ReactNode {
  return (
    <WorkflowScreen
      station="pick"
      state="scanItem"
      title="-"
      now={{ text: '-', code: 'A-1' }}
      commands={['UNDO']}
      context={null}
      {...{ shown, pad }}
    />
  )
}

beforeEach(async () => {
  given = []
  const element = document.createElement('div')
  document.body.append(element)
  router = createScanRouter(window, {
    clock: systemClock,
    timers: systemTimers,
    onOverflow: () => {},
    onOpenField: () => frame.openField(true),
    onFailed: (error) => {
      throw error
    },
  })
  frame = createFrame(guessSettings('zh-CN', 1920, 1080))
  desk = createDesk({
    runners: new Map<ScreenId, Runner>([['pick', fakeRunner()]]),
    frame: frame.verbs,
    signIn: async () => null,
    keepScreen: async () => {},
    firstScreen: null,
    menu: ['pick'],
  })
  feedback = createFeedback({
    clock: systemClock,
    loudness: () => ({ volume: 0, muted: true }),
    openAudio: () => null,
    vibrate: () => {},
    voice: null,
  })
  root = createRoot(element)
  const words = createWords('zh-CN')
  const status = createStatus()
  delete document.body.dataset.ready
  root.render(
    <App
      {...{ words, router, desk, frame, status, feedback }}
      screens={{ pick: PickScreen }}
      keepSettings={() => {}}
    />,
  )
  await vi.waitFor(() => {
    if (document.body.dataset.ready !== '1') throw new Error('not ready')
  })
})

afterEach(() => {
  root.unmount()
  router.dispose()
  document.body.replaceChildren()
})

const scan = (raw: string) => router.push({ raw, source: 'cli', deviceId: 'cli' })
const station = () => document.querySelector('main')?.dataset.station
const notice = () => document.querySelector<HTMLElement>('[data-testid=notice]')?.dataset

test('the page says when scans are answered and starts with the menu', () => {
  expect(document.body.dataset.ready).toBe('1')
  expect(station()).toBe('home')
  expect(document.querySelectorAll('[data-command-code]').length).toBeGreaterThan(0)
})

test('a code opens a screen, and each scan is answered once in words, colour and sound', async () => {
  scan(commandCodeOf('GOPIK'))
  await expect.poll(station).toBe('pick')
  scan('GOOD')
  await expect.poll(() => notice()?.answers).toBe('2')
  expect(notice()).toMatchObject({ level: 'accepted', scan: 'GOOD' })
  scan('BAD')
  await expect.poll(() => notice()?.answers).toBe('3')
  expect(notice()).toMatchObject({ level: 'refused', code: 'SCAN-001', scan: 'BAD' })
  expect(document.querySelector('[data-testid=notice]')?.getAttribute('role')).toBe('alert')
  await expect.poll(() => feedback.log.length).toBe(3)
})

test('a command on the screen can be tapped', async () => {
  scan(commandCodeOf('GOPIK'))
  await expect.poll(station).toBe('pick')
  document.querySelector<HTMLElement>('[data-command=UNDO]')?.click()
  await expect.poll(() => given).toEqual(['undo'])
})

test('the language changes at once and the job stays', async () => {
  scan(commandCodeOf('GOPIK'))
  await expect.poll(station).toBe('pick')
  const words = () => document.querySelector('[data-command=UNDO]')?.textContent
  const before = words()
  scan(commandCodeOf('LANG'))
  await expect.poll(words).not.toBe(before)
  expect(document.documentElement.lang).toBe('en')
  expect(station()).toBe('pick')
})

test('over the help a command never reaches the hidden job, and a scan brings the job back', async () => {
  scan(commandCodeOf('GOPIK'))
  scan(commandCodeOf('HELP'))
  await expect.poll(station).toBe('help')
  scan(commandCodeOf('UNDO'))
  await expect.poll(station).toBe('pick')
  expect(given).toEqual([])
  scan(commandCodeOf('HELP'))
  await expect.poll(station).toBe('help')
  scan('GOOD')
  await expect.poll(station).toBe('pick')
  expect(given).toEqual(['GOOD'])
})

test('the field for typed codes opens on purpose and its text is a scan', async () => {
  scan(commandCodeOf('GOPIK'))
  await expect.poll(station).toBe('pick')
  frame.openField(true)
  await expect.poll(() => document.querySelector('.code-field input')).not.toBeNull()
  const field = document.querySelector<HTMLInputElement>('.code-field input')
  expect(document.activeElement).toBe(field)
  expect(router.getState().paused).toBe(true)
  if (field === null) throw new Error('no field')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'GOOD')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.form?.requestSubmit()
  await expect.poll(() => given).toEqual(['GOOD'])
  await expect.poll(() => document.querySelector('.code-field')).toBeNull()
})
