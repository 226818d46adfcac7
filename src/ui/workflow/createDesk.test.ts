import { describe, expect, it } from 'vitest'
import type { Notice } from '@/kernel/notice.ts'
import type { ScanSource } from '@/domain/barcode/scanEvent.ts'
import { type Desk, type DeskOptions, createDesk } from './createDesk.ts'
import type { Runner } from './runner.ts'

const heard: string[] = []
const told = (what: string): Promise<Notice> => {
  heard.push(what)
  return Promise.resolve({ level: 'accepted', code: 'T-001' })
}

const fakeRunner: Runner = {
  workflowId: 'fake',
  view: () => ({ state: { kind: 'a' }, undoDepth: 0, choice: [], resumed: false }),
  subscribe: () => () => undefined,
  resume: () => Promise.resolve(),
  scan: (raw) => told(`scan ${raw}`),
  give: (input) => told(JSON.stringify(input)),
  undo: () => told('undo'),
  hold: () => () => undefined,
}

const kept: (string | null)[] = []
const deskOptions: DeskOptions = {
  runners: new Map([['pick', fakeRunner]]),
  frame: (verb) => (verb === 'MUTE' ? { level: 'accepted', code: 'MUTE-001' } : null),
  signIn: (badge) =>
    Promise.resolve(badge.includes('0000') ? { level: 'accepted', code: 'PPL-001' } : null),
  keepScreen: async (screen) => void kept.push(screen),
  firstScreen: 'pick',
  menu: ['receive', 'pick'],
}

const newDesk = (): Desk => {
  heard.length = 0
  kept.length = 0
  return createDesk(deskOptions)
}

const give = (desk: Desk, raw: string, source: ScanSource = 'wedge') =>
  desk.handle({ raw, source, deviceId: 'd', seq: 1, atMs: 0 }, null)

describe('the desk', () => {
  it.each([
    ['A-01-1-01', 'wedge', 'scan A-01-1-01'],
    [']C1LOT7', 'wedge', 'scan LOT7'],
    ['ZQUNDO0', 'wedge', 'undo'],
    ['ZQSHORTZ', 'wedge', '{"kind":"verb","verb":"SHORT"}'],
    ['ZQX12I', 'wedge', '{"kind":"multiply","by":12}'],
    ['12', 'keypad', '{"kind":"number","qty":12,"text":"12"}'],
    ['ZQN3E', 'wedge', '{"kind":"number","qty":3,"text":"3"}'],
    ['774069380892452', 'keypad', 'scan 774069380892452'],
  ] as const)('gives %s (%s) to the open screen', async (raw, source, expected) => {
    await give(newDesk(), raw, source)
    expect(heard).toEqual([expected])
  })

  it.each([
    ['ZQUNDO1', 'SCAN-002'],
    ['69012345678926901234567892', 'SCAN-007'],
    ['ZQMUTEZ', 'MUTE-001'],
    ['ZQGOPIK3', 'SCAN-011'],
    ['ZQHOME8', 'SCAN-012'],
  ])('answers %s itself with %s', async (raw, code) => {
    const desk = newDesk()
    expect((await give(desk, raw)).code).toBe(code)
    expect(heard).toEqual([])
    expect(desk.view()).toMatchObject({ answers: 1, raw, notice: { code } })
  })

  it('opens a screen of the menu by its number, and no other', async () => {
    const desk = newDesk()
    await desk.open(null)
    expect((await give(desk, '3', 'keypad')).code).toBe('SCAN-013')
    expect((await give(desk, '2', 'keypad')).code).toBe('SCAN-011')
    expect(desk.view().screen).toBe('pick')
    await give(desk, '1', 'keypad')
    expect(heard).toEqual(['{"kind":"number","qty":1,"text":"1"}'])
  })

  it('keeps the screen that a code opened', async () => {
    const desk = newDesk()
    await give(desk, 'ZQGOPAKZ')
    expect(desk.view().screen).toBe('pack')
    expect(kept).toEqual(['pack'])
    expect((await give(desk, 'A-01-1-01')).code).toBe('SCAN-013')
  })

  it('answers a scan that cannot be worked on, and the next one all the same', async () => {
    const desk = newDesk()
    const scan = { raw: 'YT12', source: 'wedge', deviceId: 'd', seq: 1, atMs: 0 } as const
    expect((await desk.handle(scan, 'composed')).code).toBe('SCAN-009')
    expect((await desk.handle(scan, 'repeat')).level).toBe('ignored')
    await give(desk, 'YT12')
    expect(desk.view().answers).toBe(3)
  })

  it('shows an answer together with the step behind it', async () => {
    const seen: string[] = []
    const held: Runner = {
      ...fakeRunner,
      hold: () => () => void seen.push('step'),
      scan: () => Promise.reject(new Error('disk')),
    }
    const desk = createDesk({ ...deskOptions, runners: new Map([['pick', held]]) })
    desk.subscribe(() => seen.push(desk.view().raw))
    const scan = { raw: 'YT12', source: 'wedge', deviceId: 'd', seq: 1, atMs: 0 } as const
    await desk.handle(scan, 'composed')
    expect(seen).toEqual(['YT12', 'step'])
    await expect(desk.handle(scan, null)).rejects.toThrow('disk')
    expect(seen).toEqual(['YT12', 'step', 'step'])
  })
})
