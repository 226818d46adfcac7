import JsBarcode from 'jsbarcode'
import { GS } from '@/domain/barcode/gs1Elements.ts'
import type { LinearKind } from '../labelModel.ts'

/** How the package calls each code, and what text it may be given: it would fill a short one up with
 *  a check digit, so that paper and text differ. */
const formats: Readonly<Record<LinearKind, { readonly format: string; readonly text: RegExp }>> = {
  code128: { format: 'CODE128', text: /^[\x20-\x7e]+$/ },
  ean13: { format: 'EAN13', text: /^\d{13}$/ },
  ean8: { format: 'EAN8', text: /^\d{8}$/ },
  upca: { format: 'UPC', text: /^\d{12}$/ },
  itf14: { format: 'ITF14', text: /^\d{14}$/ },
  'gs1-128': { format: 'CODE128', text: /^[\x20-\x7e\x1d]+$/ },
}

/** How the package writes FNC1. */
const FNC1 = '\u00cf'

/** Quiet zone beside a 1-D code, modules on each side. */
export const LINEAR_QUIET_MODULES = 10

/** One module narrower than this is lost to a dot of bleed. */
export const MODULE_MIN_DOTS = 2
/** EAN and UPC tell digits by the widths themselves: at two dots a dot of bleed turns one number into
 *  another that is right in itself. */
const EAN_MODULE_MIN_DOTS = 3

/** The thinnest module of a 1-D code that still reads right after a dot of bleed. */
export function moduleMinDots(kind: LinearKind): number {
  const isEan = kind === 'ean13' || kind === 'ean8' || kind === 'upca'
  return isEan ? EAN_MODULE_MIN_DOTS : MODULE_MIN_DOTS
}

/** The bars of a 1-D code as "0" and "1", one character a module, without quiet zones; undefined
 *  where the text is not valid for the code (length, check digit, character). Code 128 switches between
 *  the sets B and C for the fewest modules. Example: ('code128', 'SF1234567890123') -> 145 modules. */
export function linearModules(kind: LinearKind, text: string): string | undefined {
  const { format, text: allowed } = formats[kind]
  if (!allowed.test(text)) return undefined
  const isGs1 = kind === 'gs1-128'
  // jsbarcode writes its result onto a plain object; without `valid` it would throw.
  const target: { encodings?: { data: string }[] } = {}
  let isValid = false
  JsBarcode(target, isGs1 ? text.replaceAll(GS, FNC1) : text, {
    format,
    ean128: isGs1,
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
