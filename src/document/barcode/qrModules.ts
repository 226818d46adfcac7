import QRCode from 'qrcode'

/** Quiet zone around a QR code, modules on each side. */
export const QR_QUIET_MODULES = 4

export interface ModuleGrid {
  readonly size: number
  isDark(row: number, column: number): boolean
}

/** The modules of a QR code at error correction M; undefined where the text is too long or empty. */
export function qrModules(text: string): ModuleGrid | undefined {
  try {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
    return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
  } catch {
    // The package throws for a text without any version that holds it.
    return undefined
  }
}
