import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The words after a command, or exit 2 with the usage: a mistyped flag is no fault of the program. */
export function readToolArgs<const C extends ParseArgsConfig>(config: C, usage: string) {
  try {
    return parseArgs(config)
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`)
    process.exit(2)
  }
}
