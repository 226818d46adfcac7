import type { PrinterProfile } from '@/document/printerProfile.ts'
import type { PrintNotice } from './printJob.ts'

/** How bytes reach a printer. Only the host knows this: a page names a printer by its id. */
export type TransportSetup =
  | { readonly kind: 'tcp9100'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly dir: string }
  | { readonly kind: 'virtual' }

export interface PrinterSetup {
  readonly name: string
  readonly profile: PrinterProfile
  /** What is loaded; left out where any size can be printed. */
  readonly paper?: { readonly widthMm: number; readonly heightMm: number }
  /** Kinds of labels it is kept for; left out where it prints whatever fits its paper. */
  readonly kinds?: readonly string[] | undefined
  /** Taken before other printers with the same paper. */
  readonly isDefault?: boolean | undefined
  readonly transport: TransportSetup
}

/** `paused` waits for a person (paper, cover); `offline` is tried again by itself. */
export type PrinterState = 'ready' | 'printing' | 'paused' | 'offline'

/** What a page needs to know of a printer. */
export interface PrinterStatus {
  readonly printerId: string
  readonly name: string
  readonly dotsPerMm: 8 | 11.811
  readonly paper?: { readonly widthMm: number; readonly heightMm: number } | undefined
  readonly kinds?: readonly string[] | undefined
  readonly isDefault?: boolean | undefined
  readonly state: PrinterState
  readonly notice?: PrintNotice | undefined
  readonly waiting: number
}
