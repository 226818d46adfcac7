const SHOWN_MAX = 60

/** A foreign text in a message: a long one is cut at 60 characters, with the whole length behind.
 *  Example: 300 times `A` -> `AAA…(300)`. */
export function cutText(text: string): string {
  if (text.length <= SHOWN_MAX) return text
  const characters = Array.from(text)
  if (characters.length <= SHOWN_MAX) return text
  return `${characters.slice(0, SHOWN_MAX).join('')}…(${characters.length})`
}
