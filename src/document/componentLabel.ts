import type { ComponentPlatform, PrintData } from '@/domain/record/printData.ts'
import type { LabelModel } from './labelModel.ts'

/** A waybill that the platform's component draws: we hold only what it is to decrypt, and the words of
 *  the shop's own area. */
export interface ComponentLabel extends PrintData {
  readonly kind: 'component'
  readonly ownArea?: Readonly<Record<string, string>>
}

/** What a job prints: our own drawing, or a platform's. */
export type PrintContent = LabelModel | ComponentLabel

/** True for what only a platform's component can print. */
export function isComponentLabel(content: PrintContent): content is ComponentLabel {
  return 'kind' in content
}

/** The platform whose component has to print this; undefined: we draw it ourselves. */
export function platformOf(content: PrintContent): ComponentPlatform | undefined {
  return isComponentLabel(content) ? content.platform : undefined
}
