import type { ReactNode } from 'react'

/** A short fact in a bar. alert: it needs a person, shown by a sign and an edge, not only colour. */
export function Chip({ alert = false, children }: { alert?: boolean; children: ReactNode }) {
  return <span className={alert ? 'chip chip-alert' : 'chip'}>{children}</span>
}
