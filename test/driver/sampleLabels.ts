import { commandLabel } from '@/document/labels/commandLabel.ts'
import { binLabel, toteLabel } from '@/document/labels/placeLabel.ts'
import { skuLabel } from '@/document/labels/skuLabel.ts'
import { rulerLabel } from '@/document/labels/rulerLabel.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { sampleWaybill } from './sampleWaybill.ts'

const sku = {
  skuCode: 'BK000001',
  name: '北方旧梦',
  specs: ['16开'],
  barcode: '9787442974540',
  lot: 'L1',
  expiresOn: '2028-10-01',
}
const bin = { code: 'A-03-2-05', zoneName: '存储区', weightLimitG: 120_000 }

/** One label of each kind, by name: waybills on the usual papers, goods, bin, tote, command, the test label. */
export function sampleLabels(
  dotsPerMm: PrinterProfile['dotsPerMm'],
): Readonly<Record<string, LabelModel>> {
  const { waybill, label, ruler } = readPaperWords('zh-CN')
  const at = { dotsPerMm }
  const waybillOn = (widthMm: number, heightMm: number) =>
    waybillLabel({
      facts: sampleWaybill(),
      words: waybill,
      paper: { widthMm, heightMm },
      dotsPerMm,
    })
  return {
    'waybill 100×150': waybillOn(100, 150),
    'waybill 76×130': waybillOn(76, 130),
    'waybill 100×180': waybillOn(100, 180),
    'goods 60×40': skuLabel(sku, label, at),
    bin: binLabel(bin, label, at),
    tote: toteLabel('T-0001', label, at),
    'ruler 100×150': rulerLabel(
      {
        printerName: '打包台 1',
        profile: { ...defaultProfile('p'), dotsPerMm, density: 8 },
        paper: { widthMm: 100, heightMm: 150 },
      },
      ruler,
    ),
    command: commandLabel({ code: 'ZQOKB', title: '确认', key: 'Enter' }, at),
  }
}
