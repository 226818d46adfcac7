import { LINEAR_QUIET_MODULES, linearModules } from '@/document/barcode/linearModules.ts'
import { GS } from '@/device/scan/keyChar.ts'

/** Height of the bars, in modules. */
const BARS_HIGH = 40
/** Whole px for each module: bars of equal width look equal. */
const MODULE_PX = 3

/** A practice code as bars, to be scanned from the screen. */
export function PracticeCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = linearModules(text.includes(GS) ? 'gs1-128' : 'code128', text) ?? ''
  const wide = modules.length + 2 * LINEAR_QUIET_MODULES
  const path = Array.from(modules)
    .map((module, i) => (module === '1' ? `M${i + LINEAR_QUIET_MODULES} 4h1v${BARS_HIGH}h-1z` : ''))
    .join('')
  return (
    <svg
      className="practice-code"
      width={wide * MODULE_PX}
      height={(BARS_HIGH + 8) * MODULE_PX}
      viewBox={`0 0 ${wide} ${BARS_HIGH + 8}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-testid="practice-code"
    >
      <path className="qr-paper" d={`M0 0h${wide}v${BARS_HIGH + 8}h-${wide}z`} />
      <path d={path} fill="#000" />
    </svg>
  )
}
