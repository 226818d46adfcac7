/** One application identifier with its value. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

/** A part of an element's value: `type` N digits, X the 82 characters, Y the 39 characters, Z base64
 *  for addresses; `check` names a rule of `gs1Value.ts`. */
export interface Gs1Part {
  readonly type: 'N' | 'X' | 'Y' | 'Z'
  readonly lengthMin: number
  readonly lengthMax: number
  readonly isOptional: boolean
  readonly check: string | undefined
}

/** What an application identifier says of the value behind it. */
export interface Gs1Format {
  readonly ai: string
  readonly parts: readonly Gs1Part[]
  /** No separator is needed behind it: its length is known from its first two digits. */
  readonly isPredefined: boolean
}

/** Format → identifiers, after the GS1 barcode syntax dictionary. Left out are its checks against lists
 *  of others: countries, currencies, packings, coupons, bank accounts and company prefixes. */
const TABLE = `
N18,csum: 00 8017 8018
N14,csum: 01-03
X..20: 10 21 22 243 254 4318 420 7020-7022 710-717 7240 8002 8012
N6,yymmd0: 11-13 15-17
N2: 20
X..28: 235
X..30: 240 241 250 251 400 401 403 4308 4319 7002 7023 8004 90
N..6: 242
N13,csum [X..17]: 253
N13,csum [N..12]: 255
N..8: 30 37
N6: 3100-3105 3110-3115 3120-3125 3130-3135 3140-3145 3150-3155 3160-3165 3200-3205 3210-3215 3220-3225 3230-3235 3240-3245 3250-3255 3260-3265 3270-3275 3280-3285 3290-3295 3300-3305 3310-3315 3320-3325 3330-3335 3340-3345 3350-3355 3360-3365 3370-3375 3400-3405 3410-3415 3420-3425 3430-3435 3440-3445 3450-3455 3460-3465 3470-3475 3480-3485 3490-3495 3500-3505 3510-3515 3520-3525 3530-3535 3540-3545 3550-3555 3560-3565 3570-3575 3600-3605 3610-3615 3620-3625 3630-3635 3640-3645 3650-3655 3660-3665 3670-3675 3680-3685 3690-3695 3950-3955 8005
N..15: 3900-3909 3920-3929
N3 N..15: 3910-3919 3930-3939
N4: 3940-3943 8111
N17,csum: 402
N13,csum: 410-417
N3 X..9: 421
N3: 422 424 426
N3 [N3] [N3] [N3] [N3]: 423 425
X..3: 427 7008
X..35,pcenc: 4300 4301 4310 4311 4320
X..70,pcenc: 4302-4306 4312-4316 7257
X2: 4307 4317
N10,latitude N10,longitude: 4309
N1,yesno: 4321-4323
N6,yymmd0 N4,hhmi: 4324 4325
N6,yymmdd: 4326 7006
N6 [X1],hyphen: 4330-4333
N13: 7001
N6,yymmdd N4,hhmi: 7003
N..4: 7004
X..12: 7005
N6,yymmdd [N6],yymmdd: 7007
X..10: 7009 7255
X..2: 7010
N6,yymmdd [N4],hhmi: 7011
N3 X..27: 7030-7039
N1 X1 X1 X1: 7040
X..4: 7041
X2 X..28: 7230-7239
N2: 7241
X..25: 7242 8013 8014 8020
N8,yyyymmdd: 7250
N8,yyyymmdd N4,hhmi: 7251
N1: 7252
X..40,pcenc: 7253 7254 7259
X..90,pcenc: 7256
X3: 7258
N4,nonzero N5,nonzero N3,nonzero N1,winding N1: 8001
N1,zero N13,csum [X..16]: 8003
N14,csum N4,pieceoftotal: 8006 8026
X..34: 8007
N6,yymmdd N2,hh [N2],mi [N2],ss: 8008
X..50: 8009
Y..30: 8010
N..12,nozeroprefix: 8011
N..10: 8019
Z..90: 8030
N15: 8040 8041
N32: 8042
N18 [N..2]: 8043
X..70: 8110 8112 8200
X..90: 91-99`

const PREDEFINED = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/
const AI_LENGTH_MIN = 2
const AI_LENGTH_MAX = 4

const formats = readTable(TABLE)

/** The identifier a text starts with, or undefined where it starts with none. Identifiers have two to
 *  four digits and none starts another. Example: '3103001250' -> 3103. */
export function gs1FormatOf(text: string): Gs1Format | undefined {
  for (let length = AI_LENGTH_MIN; length <= AI_LENGTH_MAX; length += 1) {
    const format = formats.get(text.slice(0, length))
    if (format) return format
  }
  return undefined
}

function readTable(table: string): Map<string, Gs1Format> {
  const found = new Map<string, Gs1Format>()
  for (const line of table.trim().split('\n')) {
    const [form = '', ids = ''] = line.split(': ')
    const parts = form.split(' ').map(readPart)
    for (const ai of ids.split(' ').flatMap(readRange))
      found.set(ai, { ai, parts, isPredefined: PREDEFINED.test(ai) })
  }
  return found
}

/** `N6` six digits, `X..20` one to twenty characters, `[N4],hhmi` four digits or none, checked. */
function readPart(text: string): Gs1Part {
  const read = /^\[?([NXYZ])(\.\.)?(\d+)\]?(?:,(\w+))?$/.exec(text)
  const [, type, open, digits, check] = read ?? []
  if (type !== 'N' && type !== 'X' && type !== 'Y' && type !== 'Z') throw new Error(`part ${text}`)
  const lengthMax = Number(digits)
  const lengthMin = open === undefined ? lengthMax : 1
  return { type, lengthMin, lengthMax, isOptional: text.startsWith('['), check }
}

function readRange(text: string): string[] {
  const [first = '', last = first] = text.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
    String(Number(first) + i).padStart(first.length, '0'),
  )
}
