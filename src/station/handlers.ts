import type { BridgeResult } from '@/protocol/bridge.ts'
import { done, refused } from '@/protocol/bridgeMessage.ts'
import type { BridgeHandlers } from './bridge/bridgeSession.ts'
import type { FileUploads } from './files/fileUploads.ts'
import { saveExport } from './files/saveExport.ts'
import { createTablePages } from './files/tablePages.ts'
import { loadDataKey } from './keys/dataKey.ts'
import { createPrintHandlers } from './print/printHandlers.ts'
import type { PrintService } from './print/printService.ts'
import type { ScaleService } from './scale/scaleService.ts'
import type { ScanSource } from './scanner/scanSource.ts'
import type { ToolRequests } from './toolRequests.ts'

/** What the handlers work with; both shells give the same. */
export interface HandlerParts {
  readonly dataDir: string
  readonly hello: () => BridgeResult<'host.hello'>
  readonly uploads: FileUploads
  readonly scans: ScanSource
  readonly tools: ToolRequests
  readonly print: PrintService
  /** Undefined: this station has no scale. */
  readonly scale: ScaleService | undefined
  /** Folder of the demo shop's files; undefined: this is no demo. */
  readonly demoDir: string | undefined
}

/** The one handler table behind both transports; the gate has checked sender, size and payload.
 *  Spreadsheets and PDF are loaded with the first request: the station must open fast. */
export function createHandlers(parts: HandlerParts): BridgeHandlers {
  const { dataDir, uploads, scans, tools, print, scale } = parts
  const tables = createTablePages(uploads)
  return {
    'host.hello': () => done(parts.hello()),
    'files.put': (part) => uploads.put(part),
    'files.save': async ({ name, bytes }) => done({ path: await saveExport(dataDir, name, bytes) }),
    'files.readTable': (args) => tables.read(args),
    'files.writeTable': async (table) => {
      const { saveTable } = await import('./files/saveTable.ts')
      return done({ path: await saveTable(dataDir, table) })
    },
    'files.drop': ({ fileId }) => {
      tables.drop(fileId)
      return done({})
    },
    'documents.render': async ({ name, paper }) => {
      const { renderDocument } = await import('./documents/renderDocument.ts')
      return done({ path: await saveExport(dataDir, name, await renderDocument(paper)) })
    },
    'demo.files': async () => {
      const { readDemoFiles } = await import('./files/readDemoFiles.ts')
      return done({ files: await readDemoFiles(parts.demoDir) })
    },
    'keys.dataKey': async () => done({ key: await loadDataKey(dataDir) }),
    ...createPrintHandlers(print),
    'scale.tare': () => {
      const taken = scale?.tare() ?? false
      return done({ taken, scale: scale?.view() ?? null })
    },
    'scale.load': ({ weightG }) => (scale?.load(weightG) ? done({}) : refused('BRG-013')),
    'cli.scan': ({ raw }) => {
      const seq = scans.scan(raw, 'cli', 'cli')
      return seq === undefined ? refused('BRG-010') : done({ seq })
    },
    'cli.import': (args) => tools.runImport(args),
    'cli.readFaults': (args) => done({ faults: tools.readFaults(args) }),
    'cli.tellFaults': (args) => done({ taken: tools.takeFaults(args) }),
    'cli.reply': (args) => done({ taken: tools.takeReply(args) }),
  }
}
