import { done, refused } from '@/protocol/bridgeMessage.ts'
import type { BridgeHandlers } from '../bridge/bridgeSession.ts'
import type { PrintService } from './printService.ts'
import { testLabelRequest } from './testLabelRequest.ts'

/** Newest jobs told in one answer. */
export const PRINT_JOBS_TOLD_MAX = 500

type PrintHandlerName = Extract<keyof BridgeHandlers, `print.${string}`>

/** The printing part of the handler table. */
export function createPrintHandlers(print: PrintService): Pick<BridgeHandlers, PrintHandlerName> {
  return {
    'print.submit': async (request) => done(await print.submit(request)),
    'print.jobs': () => {
      const jobs = print.jobs()
      return done({ jobs: jobs.slice(-PRINT_JOBS_TOLD_MAX), total: jobs.length })
    },
    'print.preview': async ({ label, printerId }) => {
      const preview = await print.preview(label, printerId)
      if (!preview) return refused('BRG-012', { printer: printerId })
      return done({ png: preview.png, notices: preview.notices })
    },
    'print.testLabel': async ({ printerId, ...order }) => {
      const setup = print.setup(printerId)
      if (!setup) return refused('BRG-012', { printer: printerId })
      return done(await print.submit(testLabelRequest(setup, order)))
    },
    'print.markProved': async ({ no }) => done({ settled: await print.markProved(no) }),
    'print.markMissing': async ({ jobId }) => {
      const job = await print.markMissing(jobId)
      return done({ job: job ?? null })
    },
    'print.cancel': async ({ jobId }) => done({ job: (await print.cancel(jobId)) ?? null }),
    'print.hold': async ({ printerId, isHeld }) =>
      (await print.hold(printerId, isHeld)) ? done({}) : refused('BRG-012', { printer: printerId }),
    'print.moveWaiting': async ({ fromPrinterId, toPrinterId }) => {
      const moved = await print.moveWaiting(fromPrinterId, toPrinterId)
      return moved ? done(moved) : refused('BRG-012', { printer: toPrinterId })
    },
    'print.status': () => done({ printers: print.status() }),
    'print.virtualLabels': ({ printerId }) => done({ labels: print.virtualLabels(printerId) }),
  }
}
