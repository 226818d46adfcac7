import { assert } from '@/kernel/assert.ts'
import { type Json, canonicalJson } from '@/kernel/json.ts'
import type { Command, CommandStamp } from '@/app/ports/ledger.ts'
import { type BegunHash, beginHash } from './hash.ts'

interface ArgsText {
  /** The beginning of a command's canonical JSON, to the end of its args. */
  readonly text: string
  readonly begun: BegunHash
  readonly hash: string
}

/** The args of a command are a quarter of a megabyte in an import and go into two hashes and the
 *  outbox: their text is made and hashed once. They are plain data that nobody changes. */
const textOf = new WeakMap<object, ArgsText>()

/** SHA-256 over the canonical JSON of a command's args: what a repeated command is compared by. */
export function hashArgs(args: Json): string {
  return argsText(args).hash
}

/** A command with its place in the station's order: its body hash, and the text the outbox keeps. */
export function sealCommand(
  stamp: CommandStamp,
  seq: number,
): { readonly command: Command; readonly text: string } {
  const { args, ...rest } = stamp
  const { text, begun } = argsText(args)
  const bodyHash = begun.with(afterArgs(canonicalJson({ ...rest, seq })))
  const whole = text + afterArgs(JSON.stringify({ ...rest, seq, bodyHash }))
  return { command: { ...stamp, seq, bodyHash }, text: whole }
}

/** `args` sorts before every other field of a command, so the whole is canonical too. */
function afterArgs(rest: string): string {
  assert(rest.startsWith('{"'), 'a command has fields besides its args')
  return `,${rest.slice(1)}`
}

function argsText(args: Json): ArgsText {
  const isKept = typeof args === 'object' && args !== null
  const known = isKept ? textOf.get(args) : undefined
  if (known) return known
  const text = `{"args":${canonicalJson(args)}`
  const begun = beginHash(text)
  const made = { text, begun, hash: begun.with('}') }
  if (isKept) textOf.set(args, made)
  return made
}
