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
  // Without dependencies: any new words may need another size.
  useLayoutEffect(() => fit(ref.current, least, most))
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const watch = new ResizeObserver(() => fit(element, least, most))
    watch.observe(element)
    return () => watch.disconnect()
  }, [least, most])
  return ref
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
