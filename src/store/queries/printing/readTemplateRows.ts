import type { TemplateRow } from '@/domain/record/labelTemplate.ts'
import type { StationData } from '../stationData.ts'

/** The templates that the shop changed. */
export function readTemplateRows(data: StationData): Promise<TemplateRow[]> {
  return data.documents('labelTemplates').toArray()
}
