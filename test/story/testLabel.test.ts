import { afterEach, expect, test } from 'vitest'
import { testLabelRequest } from '@/station/print/testLabelRequest.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { openPrintBench, type PrintBench } from '../driver/printBench.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
} from '../driver/virtualPrinter/virtualPrinter.ts'

let bench: PrintBench | undefined
let printer: VirtualPrinter | undefined

afterEach(async () => {
  await bench?.close()
  await printer?.close()
})

test('a test label comes out at the printer it was asked of, once', async () => {
  printer = await startVirtualPrinter()
  bench = await openPrintBench(printer.port)
  const setup = bench.service.setup('p1')
  if (!setup) throw new Error('the bench has p1')
  const order = { key: 'test-1', operatorId: 'op-1', words: readPaperWords('zh-CN').ruler }
  for (let asked = 0; asked < 2; asked += 1)
    await bench.service.submit(testLabelRequest(setup, order))
  const [label] = await printer.untilPrinted(1)
  const codes = await decodeLabel(label?.png ?? new Uint8Array())
  expect(codes.map((code) => code.text)).toEqual(['TEST-0123456789'])
  expect(bench.service.jobs().map((job) => job.document.kind)).toEqual(['test'])
  expect(bench.service.setup('none')).toBeUndefined()
})
