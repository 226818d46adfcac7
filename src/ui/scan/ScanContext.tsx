import { createContext, useContext } from 'react'

/** What a screen may do with the scan router: hand in a code that was tapped or typed. */
export interface ScanActions {
  /** A code on the screen was tapped. */
  tap(code: string): void
  /** A person typed a code in a field and confirmed it. */
  typed(text: string): void
  /** A person wants to type: opens the field for codes and names. */
  openField(): void
}

/** Drawings for the gallery hand nothing in. */
const NO_ACTIONS: ScanActions = {
  tap: () => {},
  typed: () => {},
  openField: () => {},
}

export const ScanContext = createContext<ScanActions>(NO_ACTIONS)

/** The scan actions of the page around this component. */
export function useScan(): ScanActions {
  return useContext(ScanContext)
}
