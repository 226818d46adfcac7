import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ComponentLabel } from '@/document/componentLabel.ts'
import { defaultProfile } from '@/document/printerProfile.ts'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import { systemClock } from '@/kernel/clock.ts'
import type { PrintRequest } from '@/protocol/labelShape.ts'
import type { ComponentSetup, PrinterSetup } from '@/station/print/printerSetup.ts'
import { createPrintService, type PrintService } from '@/station/print/printService.ts'

/** A waybill of a platform, with what that platform names beside the cipher. */
export function testComponentLabel(platform: ComponentPlatform): ComponentLabel {
  return {
    kind: 'component',
    platform,
    encryptedData: 'AES:3F9c+/==',
    signature: 'MD:sig==',
    templateUrl: 'https://cloudprint.example.com/template/401/1',
    ...(platform === 'douyin' && { params: 'app_key=1&method=logistics.getShopKey&sign=s' }),
    ...(platform === 'pdd' && { accountId: '20817' }),
    ...(platform === 'kuaishou' && { key: 'ks-key' }),
    ownArea: { orderNo: '1001', goods: 'BK1×2' },
  }
}

/** Printer `p1` is the component of `platform` at a port of this machine. */
export function componentPrinter(
  platform: ComponentPlatform,
  port: number,
  more: Partial<ComponentSetup> = {},
): PrinterSetup {
  const transport = {
    kind: 'component',
    platform,
    printerName: '面单打印机',
    port,
    ...more,
  } as const
  return { name: '平台面单', profile: defaultProfile('p1'), transport }
}

/** A request for the waybill with this number. */
export function componentRequest(platform: ComponentPlatform, no: string): PrintRequest {
  return {
    key: `waybill:${no}:1`,
    printerId: 'p1',
    label: testComponentLabel(platform),
    document: { kind: 'waybill', no, revision: 0 },
    operatorId: 'op-1',
  }
}

/** A print service over a throw-away folder with these printers. */
export async function openComponentBench(printers: readonly PrinterSetup[]): Promise<{
  readonly dir: string
  readonly service: PrintService
  close(): Promise<void>
}> {
  const dir = await mkdtemp(join(tmpdir(), 'packline-component-'))
  const service = await createPrintService({ dir, clock: systemClock, printers })
  return {
    dir,
    service,
    async close() {
      await service.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
