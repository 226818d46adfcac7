import type { Act } from '../stock/act.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { parseTemplate } from './parseTemplate.ts'

/** `file`: the template as JSON, for args hold whole numbers only. */
export interface SaveTemplateArgs {
  readonly file: string
}

export interface RestoreTemplateArgs {
  readonly templateId: string
}

/** Keeps the shop's own form of a template. A faulty one is refused. */
export function saveTemplate(
  _facts: null,
  { file }: SaveTemplateArgs,
  { atMs }: Act,
): Decision<'template.faulty'> {
  const template = parseTemplate(file)
  if (!template) return reject('template.faulty')
  return accept([], [put('labelTemplates', { id: template.id, file, atMs })])
}

/** The shipped template is used again. */
export function restoreTemplate(
  _facts: null,
  { templateId }: RestoreTemplateArgs,
  { atMs }: Act,
): Decision<never> {
  return accept([], [put('labelTemplates', { id: templateId, file: '', atMs })])
}
