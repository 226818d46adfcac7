import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toteLabel } from '@/document/labels/placeLabel.ts'
import { defaultProfile, type RasterLanguage } from '@/document/printerProfile.ts'
import { systemClock } from '@/kernel/clock.ts'
import type { PrintRequest } from '@/protocol/labelShape.ts'
import type { PrinterSetup } from '@/station/print/printerSetup.ts'
import { createPrintService, type PrintService } from '@/station/print/printService.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { decodeLabel } from './decodeLabel.ts'
import type { VirtualPrinter } from './virtualPrinter/virtualPrinter.ts'

/** A print service over a throw-away folder, for stories about queue and printers. */
export interface PrintBench {
  readonly dir: string
  readonly service: PrintService
  /** As after a restart of the host: the same folder, a new service. */
  restart(): Promise<PrintService>
  close(): Promise<void>
}

/** Opens a bench with one printer `p1` on a TCP port of this machine, or with the printers given. */
export async function openPrintBench(of: number | readonly PrinterSetup[]): Promise<PrintBench> {
  const dir = await mkdtemp(join(tmpdir(), 'packline-print-'))
  const printers = typeof of === 'number' ? [tcpPrinter(of)] : of
  let service = await createPrintService({ dir, clock: systemClock, printers })
  return {
    dir,
    get service() {
      return service
    },
    async restart() {
      await service.close()
      service = await createPrintService({ dir, clock: systemClock, printers })
      return service
    },
    async close() {
      await service.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** The best proof that each language has. */
const proofs = { tspl: 'counter', zpl: 'counter', escpos: 'processId', cpcl: 'status' } as const

/** Printer `p1` at a port of this machine, any paper; with a language it proves what it prints. */
export function tcpPrinter(
  port: number,
  language?: RasterLanguage,
  printerId = 'p1',
): PrinterSetup {
  const profile = defaultProfile(printerId)
  return {
    name: '打包台 1',
    profile: language ? { ...profile, language, proof: proofs[language] } : profile,
    transport: { kind: 'tcp9100', host: '127.0.0.1', port },
  }
}

/** A request for the n-th tote label: small and quick. */
export function toteRequest(n: number, parts: Partial<PrintRequest> = {}): PrintRequest {
  const code = `T-${String(n).padStart(4, '0')}`
  const label = toteLabel(code, readPaperWords('zh-CN').label, { dotsPerMm: 8 })
  return {
    key: `job-${n}`,
    printerId: 'p1',
    label: { ...label, nodes: [...label.nodes] },
    document: { kind: 'tote', no: code, revision: 0 },
    operatorId: 'op-1',
    ...parts,
  }
}

/** What came out of a printer: the texts of its labels' codes, in order. */
export async function textsOf({ labels }: Pick<VirtualPrinter, 'labels'>): Promise<string[]> {
  const codes = await Promise.all(labels().map(({ png }) => decodeLabel(png)))
  return codes.map((found) => found[0]?.text ?? 'unreadable')
}

/** Resolves when the check holds; rejects after the limit. */
export async function until(check: () => boolean, limitMs = 8_000): Promise<void> {
  const startedMs = systemClock.monoMs()
  while (!check()) {
    if (systemClock.monoMs() - startedMs > limitMs) throw new Error('waited too long')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
