/** Runs in the page: words that are cut off and pages that scroll sideways, as readable lines. It is
 *  handed over as text, so it may use nothing from outside itself. */
export function findMisfits(): string[] {
  const faults: string[] = []
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways')
  for (const element of document.querySelectorAll<HTMLElement>('.frame *')) {
    const { overflowX, overflowY } = getComputedStyle(element)
    const name = `${element.tagName.toLowerCase()}.${element.className}`
    const wide = element.scrollWidth - element.clientWidth
    const high = element.scrollHeight - element.clientHeight
    if (element.clientWidth === 0) continue
    if (wide > 1 && overflowX !== 'visible') faults.push(`${name} is ${wide} px too wide`)
    if (high > 1 && overflowY === 'hidden') faults.push(`${name} is ${high} px too high`)
  }
  return faults
}
