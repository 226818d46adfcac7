import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { OFFLINE_RETRY_MS } from '@/station/print/printerWriter.ts'
import { openPrintBench, type PrintBench, toteRequest, until } from '../driver/printBench.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../driver/virtualPrinter/virtualPrinter.ts'

let bench: PrintBench | undefined
let printer: VirtualPrinter | undefined

afterEach(async () => {
  await bench?.close()
  await printer?.close()
  bench = undefined
  printer = undefined
})

async function start(options: VirtualPrinterOptions = {}) {
  printer = await startVirtualPrinter(options)
  bench = await openPrintBench(printer.port)
  return { printer, bench }
}

/** What the printer's card says, each state once, in its order. */
function statesOf({ service }: PrintBench): string[] {
  const told = [service.status()[0]?.state ?? '']
  service.onChange(({ printer: now }) => {
    if (now && now.state !== told.at(-1)) told.push(now.state)
  })
  return told
}

async function deadPort(): Promise<number> {
  const gone = await startVirtualPrinter()
  await gone.close()
  return gone.port
}

describe('what is said of a printer before it prints', () => {
  test('it is untried until it was reached, and ready without a label', async () => {
    const at = await start()
    const told = statesOf(at.bench)
    await until(() => told.at(-1) === 'ready')
    expect(told).toEqual(['untried', 'ready'])
    expect(at.printer.labels()).toEqual([])
  })

  test('one that answers nothing is ready once its port was reached', async () => {
    const at = await start({ fault: { kind: 'silent' } })
    const told = statesOf(at.bench)
    await until(() => told.at(-1) === 'ready')
    expect(told).toEqual(['untried', 'ready'])
  })

  test('one that is not there is looked for until it is, and never called ready before', async () => {
    const port = await deadPort()
    bench = await openPrintBench(port)
    const told = statesOf(bench)
    await until(() => told.at(-1) === 'offline')
    printer = await startVirtualPrinter({ port })
    await until(() => told.at(-1) === 'ready')
    expect(told).toEqual(['untried', 'offline', 'ready'])
  })

  test('one without paper is not called ready', async () => {
    printer = await startVirtualPrinter({ fault: { kind: 'paperOut', atLabel: 1 } })
    bench = await openPrintBench(printer.port)
    await bench.service.submit(toteRequest(1))
    await until(() => bench?.service.status()[0]?.notice?.code === 'PRN-012')
    const again = await bench.restart()
    expect(again.status()[0]?.state).toBe('untried')
    await until(() => again.status()[0]?.notice?.code === 'PRN-012')
  })

  test('one that a person lets go on is looked at anew', async () => {
    const at = await start()
    await at.bench.service.hold('p1', true)
    await until(() => at.bench.service.status()[0]?.notice?.code === 'PRN-008')
    await at.printer.close()
    const told = statesOf(at.bench)
    await at.bench.service.hold('p1', false)
    await until(() => told.at(-1) === 'offline')
    expect(told).toEqual(['paused', 'untried', 'offline'])
  })

  test('one that is not there does not look well at each new try', async () => {
    bench = await openPrintBench(await deadPort())
    const told = statesOf(bench)
    await bench.service.submit(toteRequest(1))
    await until(() => told.at(-1) === 'offline')
    await sleep(3 * OFFLINE_RETRY_MS)
    expect(told).toEqual(['untried', 'offline'])
  })
})
