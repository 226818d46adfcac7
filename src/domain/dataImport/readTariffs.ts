import type { Steps } from '@/kernel/steps.ts'
import type { TariffDraft } from './drafts.ts'
import { type PlainSource, readPlain } from './readPlainTables.ts'
import { findProvince } from './regions.ts'
import type { TableReading } from './tableReading.ts'

/** Reads a carrier's tariff, one row per carrier and province; an unknown carrier or province is asked
 *  about. */
export function readTariffs(source: PlainSource): Steps<TableReading<TariffDraft>> {
  return readPlain<TariffDraft>(source, {
    key: ({ carrierName, province }) => `${carrierName}\n${province}`,
    read: (reader, catalogue) => {
      const carrierName = reader.text('carrierName')
      const word = reader.text('province')
      const carrierCode = catalogue.carrierCode(carrierName) ?? null
      const province = findProvince(word)
      if (carrierName !== '' && carrierCode === null)
        reader.fault('carrierName', { code: 'unknownCarrier', level: 'ask' })
      if (word !== '' && province === null)
        reader.fault('province', { code: 'unknownProvince', level: 'ask', params: { word } })
      const number = (field: string) => reader.number(field) ?? 0
      return {
        row: reader.row,
        carrierName,
        carrierCode,
        province: province ?? word,
        firstG: number('firstG'),
        firstFen: number('firstFen'),
        stepG: number('stepG'),
        stepFen: number('stepFen'),
        remoteFen: number('remoteFen'),
        minFen: number('minFen'),
        volumeDivisor: number('volumeDivisor'),
      }
    },
  })
}
