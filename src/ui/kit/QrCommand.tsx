import { assert } from '@/kernel/assert.ts'
import { qrModules } from '@/document/barcode/qrModules.ts'

/** Light border that readers need, in squares. */
const QUIET = 2

/** The QR code of a command, for scanners that read from the screen. label: what it does. */
export function QrCommand({ code, label }: { readonly code: string; readonly label?: string }) {
  const { path, side } = drawnModules(code)
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

interface Drawn {
  readonly path: string
  /** Counts the quiet border on both sides. */
  readonly side: number
}

/** More than there are commands. */
const DRAWN_MAX = 200
const drawn = new Map<string, Drawn>()

/** Kept: each step of a job shows other commands, and encoding takes longer than the rest of the rail. */
function drawnModules(code: string): Drawn {
  const known = drawn.get(code)
  if (known) return known
  if (drawn.size >= DRAWN_MAX) drawn.clear()
  const made = drawModules(code)
  drawn.set(code, made)
  return made
}

/** One path for all dark squares. */
function drawModules(code: string): Drawn {
  const modules = qrModules(code)
  assert(modules !== undefined, `no QR code holds ${code}`)
  const squares: string[] = []
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.isDark(row, column)) squares.push(`M${column} ${row}h1v1h-1z`)
  return { path: squares.join(''), side: modules.size + 2 * QUIET }
}
