/** Words in the middle of the page as long as no screen is there; `role` says how urgent they are. */
export function tellBefore(
  root: HTMLElement,
  words: string,
  role: 'status' | 'alert',
): HTMLParagraphElement {
  const told = document.createElement('p')
  told.setAttribute('role', role)
  told.className = 'station-words'
  told.textContent = words
  root.replaceChildren(told)
  return told
}
