import type { ReactNode } from 'react'

/** A group of things that belong together, with a heading. */
export function Card({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  )
}
