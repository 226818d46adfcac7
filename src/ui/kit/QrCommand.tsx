import { useMemo } from 'react'
import { assert } from '@/kernel/assert.ts'
import { qrModules } from '@/document/barcode/qrModules.ts'

/** Light border that readers need, in squares. */
const QUIET = 2

/** The QR code of a command, for scanners that read from the screen. label: what it does. */
export function QrCommand({ code, label }: { readonly code: string; readonly label?: string }) {
  const { path, side } = useMemo(() => drawModules(code), [code])
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      className="qr"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      data-command-code={code}
      {...named}
    >
      <path className="qr-paper" d={`M${-QUIET} ${-QUIET}h${side}v${side}h${-side}z`} />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** One path for all dark squares; `side` counts the quiet border on both sides. */
function drawModules(code: string): { readonly path: string; readonly side: number } {
  const modules = qrModules(code)
  assert(modules !== undefined, `no QR code holds ${code}`)
  const squares: string[] = []
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.isDark(row, column)) squares.push(`M${column} ${row}h1v1h-1z`)
  return { path: squares.join(''), side: modules.size + 2 * QUIET }
}
