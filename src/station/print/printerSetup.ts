import type { PrinterProfile } from '@/document/printerProfile.ts'
import type { SheetGrid } from '@/document/sheet/sheetGrid.ts'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import type { PrintNotice } from './printJob.ts'

/** How bytes reach a printer. Only the host knows this: a page names a printer by its id. */
export type TransportSetup =
  | { readonly kind: 'tcp9100'; readonly host: string; readonly port: number }
  | { readonly kind: 'file'; readonly dir: string }
  | { readonly kind: 'device'; readonly path: string }
  | {
      readonly kind: 'serial'
      readonly path: string
      readonly baudRate: number
      readonly flow: 'hardware' | 'none'
    }
  /** Address of a CUPS queue. Example: http://127.0.0.1:631/printers/label. */
  | { readonly kind: 'cups'; readonly url: string }
  /** A printer of Windows by the name it has there. Example: TSC TE244. */
  | { readonly kind: 'winspool'; readonly name: string }
  | { readonly kind: 'virtual' }
  | ComponentSetup

/** A platform's print component on this computer; there is no host in it, for nothing but this computer
 *  is ever spoken to. */
export interface ComponentSetup {
  readonly kind: 'component'
  readonly platform: ComponentPlatform
  /** The printer by the component's name for it; '' = its own choice. */
  readonly printerName: string
  /** Left out: the platform's own. */
  readonly port?: number | undefined
  /** Form of the shop's own area on the waybill. */
  readonly ownAreaUrl?: string | undefined
}

/** Ways on which a printer itself answers questions. */
export const talkingTransports: readonly TransportSetup['kind'][] = ['tcp9100', 'device', 'serial']

export interface PrinterSetup {
  readonly name: string
  readonly profile: PrinterProfile
  /** What is loaded; left out where any size can be printed. */
  readonly paper?: { readonly widthMm: number; readonly heightMm: number }
  /** Kinds of labels it is kept for; left out where it prints whatever fits its paper. */
  readonly kinds?: readonly string[] | undefined
  /** An office printer with A4 sheets of labels. */
  readonly sheet?: SheetGrid | undefined
  /** Taken before other printers with the same paper. */
  readonly isDefault?: boolean | undefined
  readonly transport: TransportSetup
}

/** `untried`: nobody has heard of it yet; `paused` waits for a person (paper, cover); `offline` is tried
 *  again by itself. */
export type PrinterState = 'untried' | 'ready' | 'printing' | 'paused' | 'offline'

/** What a page needs to know of a printer. */
export interface PrinterStatus {
  readonly printerId: string
  readonly name: string
  readonly dotsPerMm: 8 | 11.811
  readonly paper?: { readonly widthMm: number; readonly heightMm: number } | undefined
  readonly kinds?: readonly string[] | undefined
  readonly sheet?: SheetGrid | undefined
  readonly isDefault?: boolean | undefined
  /** It is that platform's component, and prints nothing else. */
  readonly platform?: ComponentPlatform | undefined
  /** A person has stopped it. */
  readonly isHeld: boolean
  readonly state: PrinterState
  readonly notice?: PrintNotice | undefined
  readonly waiting: number
}
