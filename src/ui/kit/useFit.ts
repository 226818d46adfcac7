import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Shares of the full size that are tried, largest first; the last one is used whatever happens. */
const FITS = [1.3, 1.15, 1, 0.88, 0.78, 0.68, 0.58, 0.5] as const

/** Letters may reach this far over their line without being cut. */
const SLACK_PX = 3

/** Makes the words inside an element smaller, in steps, until none is cut off: long words in any
 *  language stay whole and nothing around them moves. The size is `var(--fit)` of the full one and
 *  at least `least` and at most `most` of it: few words may be larger than usual. */
export function useFit<E extends HTMLElement>(least = 0.5, most = 1): RefObject<E | null> {
  const ref = useRef<E>(null)
  const fitted = useRef('')
  // Without dependencies: any new words may need another size. The same ones do not, and measuring
  // makes the browser lay the page out at once.
  useLayoutEffect(() => {
    const now = contentOf(ref.current)
    if (now === fitted.current) return
    fitted.current = now
    fit(ref.current, least, most)
  })
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const watch = new ResizeObserver(() => fit(element, least, most))
    watch.observe(element)
    return () => watch.disconnect()
  }, [least, most])
  return ref
}

/** All that the size depends on besides the room: the words, their marks, and the settings, which stand
 *  on the root element. */
function contentOf(element: HTMLElement | null): string {
  if (element === null) return ''
  const root = element.ownerDocument.documentElement
  return `${root.lang} ${root.getAttribute('style')} ${element.className} ${element.innerHTML}`
}

function fit(element: HTMLElement | null, least: number, most: number): void {
  if (element === null) return
  for (const share of FITS) {
    if (share < least) return
    if (share > most) continue
    element.style.setProperty('--fit', String(share))
    const high = element.scrollHeight <= element.clientHeight + SLACK_PX
    if (high && element.scrollWidth <= element.clientWidth + SLACK_PX) return
  }
}
