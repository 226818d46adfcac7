import { expect, test } from 'vitest'
import { createFrame } from './createFrame.ts'
import { guessSettings } from './settings.ts'

const start = () => createFrame(guessSettings('zh-CN', 1920, 1080))

test('one code switches the language and back', () => {
  const frame = start()
  expect(frame.verbs('LANG')).toMatchObject({ code: 'SET-001' })
  expect(frame.store.getState().settings.locale).toBe('en')
  frame.verbs('LANG')
  expect(frame.store.getState().settings.locale).toBe('zh-CN')
})

test('one code goes through all themes', () => {
  const frame = start()
  const seen = [1, 2, 3].map(() => {
    frame.verbs('NIGHT')
    return frame.store.getState().settings.theme
  })
  expect(seen).toEqual(['night', 'contrast', 'day'])
})

test('commands of a job are left to the job', () => {
  for (const verb of ['OK', 'UNDO', 'SHORT', 'BACK', 'HOME', 'LOCK'] as const)
    expect(start().verbs(verb)).toBeNull()
})

test('over the help a command closes the help and never reaches the hidden job', () => {
  const frame = start()
  frame.verbs('HELP')
  expect(frame.store.getState().panel).toBe('help')
  expect(frame.verbs('UNDO')).toMatchObject({ code: 'SET-007' })
  expect(frame.store.getState().panel).toBeNull()
  expect(frame.verbs('UNDO')).toBeNull()
})
