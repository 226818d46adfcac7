import { useEffect, useState } from 'react'

/** What the open screen says through its hooks: which screen, which state, the code it asks for. */
export interface Asked {
  readonly station: string
  readonly state: string
  readonly code: string
}

const NOTHING_ASKED: Asked = { station: '', state: '', code: '' }

/** Follows the open screen by the attributes that every screen keeps for tests and tools, so that no
 *  screen has to know of the demo. */
export function useAsked(): Asked {
  const [asked, setAsked] = useState(NOTHING_ASKED)
  useEffect(() => {
    const look = () => setAsked((known) => keepIfSame(known, readAsked(document)))
    const watcher = new MutationObserver(look)
    watcher.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-station', 'data-state', 'data-code'],
    })
    look()
    return () => watcher.disconnect()
  }, [])
  return asked
}

function readAsked(root: ParentNode): Asked {
  const of = (selector: string, name: string) =>
    root.querySelector(selector)?.getAttribute(name) ?? ''
  return {
    station: of('[data-station]', 'data-station'),
    state: of('[data-station]', 'data-state'),
    code: of('[data-testid=now]', 'data-code'),
  }
}

const keepIfSame = (known: Asked, next: Asked): Asked =>
  known.station === next.station && known.state === next.state && known.code === next.code
    ? known
    : next
