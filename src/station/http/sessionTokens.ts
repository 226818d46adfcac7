import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { BridgeRole } from '@/protocol/bridge.ts'

/** Length of a token before it is written as text, bytes. */
const TOKEN_LENGTH = 32

/** One token per launch and role: the page's travels in the address, the tools' in a private file,
 *  so that neither can act as the other. */
export type SessionTokens = Readonly<Record<BridgeRole, string>>

/** Fresh tokens, 256 bit each. */
export function createSessionTokens(): SessionTokens {
  const token = () => randomBytes(TOKEN_LENGTH).toString('base64url')
  return { page: token(), control: token() }
}

/** The role a token stands for. Compares digests in constant time, and always both. */
export function roleOfToken(tokens: SessionTokens, given: string): BridgeRole | undefined {
  const page = isSame(tokens.page, given)
  const control = isSame(tokens.control, given)
  if (page) return 'page'
  return control ? 'control' : undefined
}

function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(expected), digest(given))
}
