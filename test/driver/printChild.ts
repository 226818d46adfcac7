// A host process that queues labels and can be killed: `printChild.ts DIR PORT COUNT [LANGUAGE]`.
import type { RasterLanguage } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import { systemClock } from '@/kernel/clock.ts'
import { createPrintService } from '@/station/print/printService.ts'
import { tcpPrinter, toteRequest, until } from './printBench.ts'

const END_MS_MAX = 300_000
const isLanguage = (text: string): text is RasterLanguage => Object.hasOwn(printerTalk, text)

const [dir = '', port = '', count = '', language = ''] = process.argv.slice(2)
const printers = [tcpPrinter(Number(port), isLanguage(language) ? language : undefined)]
const service = await createPrintService({ dir, clock: systemClock, printers })
process.stdout.write('ready\n')
// Asking again for what an earlier life of this process asked for is what the page does, too.
for (let n = 1; n <= Number(count); n += 1) await service.submit(toteRequest(n))
await until(
  () => service.jobs().every(({ state }) => state !== 'queued' && state !== 'sending'),
  END_MS_MAX,
)
await service.close()
process.stdout.write('done\n')
