/** One part of a receiver. plain: as written · mask: the platform shows only part · cipher: only the
 *  platform's print component can read it, nothing is kept · withheld: the file says why it is not there ·
 *  absent: the file does not have it. */
export type ReceiverField =
  | { readonly kind: 'plain' | 'mask'; readonly value: string }
  | { readonly kind: 'withheld'; readonly why: string }
  | { readonly kind: 'cipher' | 'absent' }

const CIPHER = /^(?:##.*##|\$\$.*\$\$)$/s

/** Whether a text is cipher or masked, so that its form says nothing. */
export function isHidden(text: string): boolean {
  return CIPHER.test(text) || text.includes('*')
}

/** Sorts a receiver's text by what can be read of it. Example: '张**' -> mask, '##…##' -> cipher. */
export function receiverField(text: string | undefined): ReceiverField {
  if (text === undefined || text === '') return { kind: 'absent' }
  if (CIPHER.test(text)) return { kind: 'cipher' }
  return { kind: text.includes('*') ? 'mask' : 'plain', value: text }
}
