import { specText } from '@/domain/record/specText.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { commandLabel } from '@/document/labels/commandLabel.ts'
import { binLabel, toteLabel } from '@/document/labels/placeLabel.ts'
import { skuLabel } from '@/document/labels/skuLabel.ts'
import { commandCodeOf, isCommandVerb } from '@/domain/barcode/commandCode.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { ThingLabelKind } from '@/domain/stock/askPrints.ts'
import { readBinLabel, readSkuLabel } from '@/store/queries/stock/readLabels.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import { keyNameOf } from '../workflow/CommandRail.tsx'
import type { LabelPrinter } from './labelRequest.ts'

export interface ThingLabelForm {
  readonly data: StationData
  readonly words: PrintedWords
  readonly printer: LabelPrinter
}

type ThingIntent = PrintIntent & { readonly kind: ThingLabelKind }

/** The label of goods, a bin, a tote or a command code; null = what it stands for is gone. */
export async function thingLabel(
  intent: ThingIntent,
  { data, words, printer }: ThingLabelForm,
): Promise<LabelModel | null> {
  const { no } = intent
  switch (intent.kind) {
    case 'goods':
      return labelOfSku(intent, { data, words, printer })
    case 'bin': {
      const bin = await readBinLabel(data, no)
      if (!bin) return null
      const zoneName = words.zone[bin.zone]
      return binLabel({ code: no, zoneName, weightLimitG: bin.weightLimitG }, words.label, printer)
    }
    case 'tote':
      return toteLabel(no, words.label, printer)
    case 'commands': {
      if (!isCommandVerb(no)) return null
      const title = words.command[no]
      return commandLabel({ code: commandCodeOf(no), title, key: keyNameOf(no) ?? '' }, printer)
    }
  }
}

async function labelOfSku(
  intent: ThingIntent,
  { data, words, printer }: ThingLabelForm,
): Promise<LabelModel | null> {
  const row = await readSkuLabel(data, intent)
  if (!row) return null
  const { sku, barcode, lot, expiresOn } = row
  const { id: skuCode, name } = sku
  const facts = { skuCode, name, specs: [specText(sku)], barcode, lot, expiresOn }
  return skuLabel(facts, words.label, printer)
}
