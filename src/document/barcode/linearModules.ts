import JsBarcode from 'jsbarcode'
import type { LinearKind } from '../labelModel.ts'

const formats = { code128: 'CODE128', ean13: 'EAN13' } as const satisfies Record<LinearKind, string>

/** Quiet zone beside a 1-D code, modules on each side. */
export const LINEAR_QUIET_MODULES = 10

/** The bars of a 1-D code as "0" and "1", one character a module, without quiet zones; undefined
 *  where the text is not valid for the code (check digit, character). Code 128 switches between the
 *  sets B and C for the fewest modules. Example: ('code128', 'SF1234567890123') -> 145 modules. */
export function linearModules(kind: LinearKind, text: string): string | undefined {
  // jsbarcode writes its result onto a plain object; without `valid` it would throw.
  const target: { encodings?: { data: string }[] } = {}
  let isValid = false
  JsBarcode(target, text, {
    format: formats[kind],
    displayValue: false,
    valid: (valid) => {
      isValid = valid
    },
  })
  const data = (target.encodings ?? []).map((part) => part.data).join('')
  return isValid && data !== '' ? data : undefined
}

/** Modules of a code with both quiet zones, or undefined where it cannot be drawn. */
export function linearWidthModules(kind: LinearKind, text: string): number | undefined {
  const modules = linearModules(kind, text)
  return modules === undefined ? undefined : modules.length + 2 * LINEAR_QUIET_MODULES
}
