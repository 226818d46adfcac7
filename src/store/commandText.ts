import { assert } from '@/kernel/assert.ts'
import { type Json, canonicalJson } from '@/kernel/json.ts'
import type { Command, CommandStamp } from '@/app/ports/ledger.ts'
import { textHash } from './hash.ts'

interface ArgsText {
  /** Canonical JSON. */
  readonly text: string
  readonly hash: string
}

/** The args of a command are a quarter of a megabyte in an import and go into two hashes and the
 *  outbox: their text is made once. They are plain data that nobody changes. */
const textOf = new WeakMap<object, ArgsText>()

/** The canonical text of a command's args, and its SHA-256. */
export function argsText(args: Json): ArgsText {
  const isKept = typeof args === 'object' && args !== null
  const known = isKept ? textOf.get(args) : undefined
  if (known) return known
  const text = canonicalJson(args)
  const made = { text, hash: textHash(text) }
  if (isKept) textOf.set(args, made)
  return made
}

/** A command with its place in the station's order: its body hash, and the text the outbox keeps. */
export function sealCommand(
  stamp: CommandStamp,
  seq: number,
): { readonly command: Command; readonly text: string } {
  const { args, ...rest } = stamp
  const body = textWithArgs(args, canonicalJson({ ...rest, seq }))
  const bodyHash = textHash(body)
  const text = textWithArgs(args, JSON.stringify({ ...rest, seq, bodyHash }))
  return { command: { ...stamp, seq, bodyHash }, text }
}

/** `args` sorts before every other field of a command, so the whole is canonical too. */
function textWithArgs(args: Json, rest: string): string {
  assert(rest.startsWith('{"'), 'a command has fields besides its args')
  return `{"args":${argsText(args).text},${rest.slice(1)}`
}
