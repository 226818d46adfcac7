import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type ComponentPlatform, componentPlatforms } from '@/domain/record/printData.ts'
import type { PrintJob } from '@/station/print/printJob.ts'
import { freePort } from '../driver/freePort.ts'
import { componentPrinter, componentRequest, openComponentBench } from '../driver/componentBench.ts'
import { componentSettingsFault } from '../driver/componentSettings.ts'
import { toteRequest, until } from '../driver/printBench.ts'
import {
  type ComponentFault,
  startVirtualComponent,
} from '../driver/virtualComponent/virtualComponent.ts'

const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function start(platform: ComponentPlatform, fault?: ComponentFault) {
  const component = await startVirtualComponent({ platform, fault })
  closers.push(() => component.close())
  const bench = await openComponentBench([componentPrinter(platform, component.port)])
  closers.push(() => bench.close())
  const { service, dir } = bench
  const jobOf = (no: string): PrintJob | undefined =>
    service.jobs().find(({ document }) => document.no === no)
  return { component, service, dir, jobOf }
}

type Bench = Awaited<ReturnType<typeof start>>

async function printOne(at: Bench, platform: ComponentPlatform, no = 'W1') {
  await at.service.submit(componentRequest(platform, no))
  await until(() => !['queued', 'sending'].includes(at.jobOf(no)?.state ?? ''))
}

const stateOf = (at: Bench, no = 'W1') => at.jobOf(no)?.state

/** JD's answer is its last word: no notice, no question about a task. */
const telling = componentPlatforms.filter((platform) => platform !== 'jd')

describe.each(componentPlatforms)('the component of %s', (platform) => {
  test('prints each waybill as one task with the id of its job', async () => {
    const at = await start(platform)
    for (const no of ['W1', 'W2', 'W3']) await at.service.submit(componentRequest(platform, no))
    const end = platform === 'jd' ? 'sent' : 'printed'
    await until(() => at.service.jobs().every(({ state }) => state === end))
    const tasks = at.component.heard.filter((text) => text.includes('AES:3F9c+/=='))
    expect(tasks.map((text) => /waybill:W\d:1/.exec(text)?.[0])).toEqual([
      'waybill:W1:1',
      'waybill:W2:1',
      'waybill:W3:1',
    ])
    expect(at.component.printed).toHaveLength(3)
    await expect.poll(() => readdir(join(at.dir, 'labels'))).toEqual([])
  })

  test('is asked for the same paper once', async () => {
    const at = await start(platform)
    await printOne(at, platform)
    await at.service.submit(componentRequest(platform, 'W1'))
    expect(at.component.printed).toHaveLength(1)
  })

  test('refuses a task: the label failed, with its reason, and may be asked for again', async () => {
    const at = await start(platform, { kind: 'refuse', why: '签名错误' })
    await printOne(at, platform)
    expect(at.jobOf('W1')).toMatchObject({
      state: 'failed',
      notices: [{ code: 'PRN-081', params: { no: 'W1', why: '签名错误' } }],
    })
    at.component.setFault(undefined)
    await printOne(at, platform)
    await until(() => ['sent', 'printed'].includes(stateOf(at) ?? ''))
    expect(at.component.printed).toHaveLength(1)
  })

  test('that hangs up at a task leaves it unknown, never sent again', async () => {
    const at = await start(platform, { kind: 'drop' })
    await printOne(at, platform)
    expect(at.jobOf('W1')).toMatchObject({ state: 'unknown', notices: [{ code: 'PRN-041' }] })
    at.component.setFault(undefined)
    await printOne(at, platform, 'W2')
    await until(() => ['sent', 'printed'].includes(stateOf(at, 'W2') ?? ''))
    expect(stateOf(at)).toBe('unknown')
    expect(at.component.printed).toHaveLength(1)
  })

  test('that takes its time is waited for', async () => {
    const at = await start(platform, { kind: 'delay', ms: 300 })
    await printOne(at, platform)
    await until(() => stateOf(at) === (platform === 'jd' ? 'sent' : 'printed'))
    await expect.poll(() => at.component.printed).toHaveLength(1)
  })

  test('that nobody has started is said so, and its labels wait for it', async () => {
    const port = await freePort()
    const bench = await openComponentBench([componentPrinter(platform, port)])
    closers.push(() => bench.close())
    await bench.service.submit(componentRequest(platform, 'W1'))
    await until(() => bench.service.status()[0]?.notice?.code === 'PRN-080')
    expect(bench.service.jobs()[0]?.state).toBe('queued')
    const component = await startVirtualComponent({ platform, port })
    closers.push(() => component.close())
    await until(() => component.printed.length === 1)
    await until(() => bench.service.status()[0]?.state === 'ready')
  })
})

describe.each(telling)('the component of %s tells later', (platform) => {
  test('that a task failed, with its reason', async () => {
    const at = await start(platform, { kind: 'fail', why: '打印机缺纸' })
    await printOne(at, platform)
    await until(() => stateOf(at) === 'failed')
    expect(at.jobOf('W1')?.notices).toEqual([
      { code: 'PRN-082', params: { no: 'W1', why: '打印机缺纸' } },
    ])
  })

  test('and hangs up before: unknown, until it is asked and has printed it', async () => {
    const at = await start(platform, { kind: 'closeBeforeNotice' })
    const states: string[] = []
    at.service.onChange(({ job }) => {
      if (job) states.push(job.state)
    })
    await printOne(at, platform)
    await until(() => stateOf(at) === 'printed')
    expect(states).toContain('unknown')
    expect(at.component.heard.some((text) => text.includes('getTaskStatus'))).toBe(true)
    expect(at.component.printed).toHaveLength(1)
  })
})

describe('a print component', () => {
  test('that says nothing to a task leaves it unknown, on each platform', async () => {
    // At once: each is waited for as long as any other.
    const states = await Promise.all(
      componentPlatforms.map(async (platform) => {
        const at = await start(platform, { kind: 'silent' })
        await printOne(at, platform)
        return `${platform} ${stateOf(at)}`
      }),
    )
    expect(states).toEqual(componentPlatforms.map((platform) => `${platform} unknown`))
  })

  test('gets no label of ours, and our printers none of a platform', async () => {
    const at = await start('cainiao')
    const refused = await Promise.all([
      at.service.submit(toteRequest(1)),
      at.service.submit(componentRequest('douyin', 'W1')),
    ])
    expect(refused.map(({ notices }) => notices[0]?.code)).toEqual(['PRN-084', 'PRN-084'])
  })

  test('without the printer of the settings says which one is missing', async () => {
    const component = await startVirtualComponent({ platform: 'pdd', printers: ['别的打印机'] })
    closers.push(() => component.close())
    const bench = await openComponentBench([componentPrinter('pdd', component.port)])
    closers.push(() => bench.close())
    await until(() => bench.service.status()[0]?.notice?.code === 'PRN-083')
    expect(bench.service.status()[0]?.notice?.params).toMatchObject({ name: '面单打印机' })
  })

  test('has one task at a time where the platform asks for that', async () => {
    const at = await start('kuaishou', { kind: 'delay', ms: 150 })
    for (const no of ['W1', 'W2']) await at.service.submit(componentRequest('kuaishou', no))
    await until(() => at.component.heard.some((text) => text.includes('waybill:W2:1')))
    expect(stateOf(at)).toBe('printed')
  })

  test('asked of an address in the settings is refused: only this computer is spoken to', async () => {
    expect(await componentSettingsFault({ host: '10.0.0.5' })).toContain('host')
    expect(await componentSettingsFault({})).toBeUndefined()
  })
})
