/** Where the page of the desktop shell lives. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'packline'
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** True for an address of our own page. Compares the parsed parts: `app://packline.evil` and
 *  `app://packline@evil` begin with the right text too. */
export function isOwnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    url.protocol === `${PAGE_SCHEME}:` &&
    url.hostname === PAGE_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}
