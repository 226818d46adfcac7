import { join } from 'node:path'
import { z } from 'zod'
import { readFileIfThere, writePrivateFile } from '../files/privateFile.ts'

const HELD_FILE = 'held.json'
const heldShape = z.array(z.string())

/** The printers that a person has stopped; they stay so over a restart, until a person resumes them. */
export interface HeldPrinters {
  has(printerId: string): boolean
  /** Resolves when it is on disk; false where it stood like this already. */
  set(printerId: string, isHeld: boolean): Promise<boolean>
}

/** Reads the held printers of `dir`. A file that cannot be read holds nobody. */
export async function openHeldPrinters(dir: string): Promise<HeldPrinters> {
  const file = join(dir, HELD_FILE)
  const held = new Set(parseHeld(await readFileIfThere(file)))
  return {
    has: (printerId) => held.has(printerId),
    async set(printerId, isHeld) {
      if (held.has(printerId) === isHeld) return false
      if (isHeld) held.add(printerId)
      else held.delete(printerId)
      await writePrivateFile(file, JSON.stringify([...held]))
      return true
    },
  }
}

function parseHeld(bytes: Buffer | undefined): string[] {
  if (!bytes) return []
  try {
    const parsed = heldShape.safeParse(JSON.parse(bytes.toString('utf8')))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
