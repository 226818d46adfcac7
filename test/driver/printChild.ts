// A host process that queues labels and can be killed: `printChild.ts DIR PORT COUNT`.
import { systemClock } from '@/kernel/clock.ts'
import { createPrintService } from '@/station/print/printService.ts'
import { tcpPrinter, toteRequest, until } from './printBench.ts'

const [dir = '', port = '', count = ''] = process.argv.slice(2)
const printers = [tcpPrinter(Number(port))]
const service = await createPrintService({ dir, clock: systemClock, printers })
process.stdout.write('ready\n')
// Asking again for what an earlier life of this process asked for is what the page does, too.
for (let n = 1; n <= Number(count); n += 1) await service.submit(toteRequest(n))
await until(
  () => service.jobs().every(({ state }) => state !== 'queued' && state !== 'sending'),
  60_000,
)
await service.close()
process.stdout.write('done\n')
