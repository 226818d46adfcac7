import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** Why nothing is here. */
  readonly why: ReactNode
  /** What to scan or do next. */
  readonly next?: ReactNode
  readonly children?: ReactNode
}

/** An empty list never stands there without words: why, and what to do next. */
export function EmptyState({ why, next, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{why}</p>
      {next !== undefined && <p className="font-bold text-ink">{next}</p>}
      {children}
    </div>
  )
}
