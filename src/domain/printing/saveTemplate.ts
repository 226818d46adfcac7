import type { LabelTemplate } from '../record/labelTemplate.ts'
import type { Act } from '../stock/act.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { checkTemplate } from './checkTemplate.ts'

export interface SaveTemplateArgs {
  readonly template: LabelTemplate
}

export interface RestoreTemplateArgs {
  readonly templateId: string
}

/** Keeps the shop's own form of a template. A faulty one is refused with the code and where. */
export function saveTemplate(
  _facts: null,
  { template }: SaveTemplateArgs,
  { atMs }: Act,
): Decision<'template.faulty'> {
  const [fault] = checkTemplate(template)
  if (fault) return reject('template.faulty', { ...fault.params, code: fault.code, at: fault.at })
  return accept([], [put('labelTemplates', { id: template.id, template, atMs })])
}

/** The shipped template is used again. */
export function restoreTemplate(
  _facts: null,
  { templateId }: RestoreTemplateArgs,
  { atMs }: Act,
): Decision<never> {
  return accept([], [put('labelTemplates', { id: templateId, template: null, atMs })])
}
