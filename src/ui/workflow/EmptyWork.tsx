import type { ReactNode } from 'react'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { RailCommand } from './CommandRail.tsx'

export interface EmptyWorkProps {
  /** Why nothing is here. */
  readonly why: ReactNode
  readonly next?: ReactNode
  /** The screen where work for this one is made: a code to scan, also to try the scanner with. */
  readonly verb: CommandVerb
}

/** A list without work: why, what to do next, and the code that leads there. */
export function EmptyWork({ why, next, verb }: EmptyWorkProps) {
  return (
    <EmptyState why={why} next={next}>
      <RailCommand verb={verb} />
    </EmptyState>
  )
}
