import { describe, expect, test, vi } from 'vitest'
import type { LabelModel } from '@/document/labelModel.ts'
import { defaultProfile, type PrinterProfile } from '@/document/printerProfile.ts'
import { markReprint } from '@/document/labels/markReprint.ts'
import { fillTemplate } from '@/document/templates/fillTemplate.ts'
import { code } from '@/document/templates/parts.ts'
import { shippedTemplates, templateOf } from '@/document/templates/templateBook.ts'
import type { LabelTemplate, TemplateCode } from '@/domain/record/labelTemplate.ts'
import { readTemplate } from '@/protocol/templateShape.ts'
import { createLabelPress } from '@/station/print/labelPress.ts'
import { loadLabelFonts } from '@/station/print/labelFonts.ts'
import { previewPng } from '@/station/print/previewPng.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { sampleFields } from '@/ui/print/sampleFields.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'

const press = createLabelPress(loadLabelFonts())
const at203 = defaultProfile('p')
const at300: PrinterProfile = { ...at203, dotsPerMm: 11.811, headDots: 1_280 }

// Reading pictures takes its while on a small machine.
vi.setConfig({ testTimeout: 60_000 })

const labelOf = (template: LabelTemplate, profile: PrinterProfile, lang: 'zh-CN' | 'en') =>
  fillTemplate(template, sampleFields(template.kind, readPaperWords(lang)), profile)

async function codesOf(label: LabelModel, profile: PrinterProfile): Promise<string[]> {
  const read = await decodeLabel(await previewPng(press.draw(label, profile)))
  return read.map(({ text }) => text)
}

/** The codes of the sample values, by kind. */
const wanted: Readonly<Record<LabelTemplate['kind'], string>> = {
  goods: '6901234567892',
  lot: '6901234567892',
  bin: 'A-03-2-05',
  tote: 'T-0001',
  commands: 'ZQOKB',
  carton: 'SF0000000000000',
  badge: 'ZQB00000000000000000000000000',
  manifest: 'STO-20261102-1',
  ownArea: 'SF0000000000000',
}

describe('the shipped templates', () => {
  test.each(shippedTemplates.map((template) => [template.id, template] as const))(
    '%s is without a fault as a file, in both languages and resolutions, and its code reads',
    async (_id, template) => {
      expect(readTemplate(JSON.stringify(template))).toEqual({ ok: true, template })
      for (const lang of ['zh-CN', 'en'] as const)
        for (const profile of [at203, at300])
          expect(press.check(labelOf(template, profile, lang), profile)).toEqual([])
      const [read = ''] = await codesOf(labelOf(template, at203, 'zh-CN'), at203)
      expect(read.startsWith(wanted[template.kind])).toBe(true)
    },
  )

  test('have room for the mark of a reprint', () => {
    for (const template of shippedTemplates.filter(({ kind }) => kind !== 'ownArea'))
      for (const lang of ['zh-CN', 'en'] as const)
        for (const profile of [at203, at300]) {
          const word = readPaperWords(lang).waybill.reprint
          const marked = markReprint(labelOf(template, profile, lang), 12, word)
          const texts = marked.nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []))
          expect(texts.filter((text) => text.startsWith(`${word} 12 · `))).toHaveLength(1)
          expect({ [template.id]: press.check(marked, profile) }).toEqual({ [template.id]: [] })
        }
  })

  test('each kind and each waybill paper has one, and no id stands twice', () => {
    const ids = shippedTemplates.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(shippedTemplates.map(({ kind }) => kind))).toEqual(new Set(Object.keys(wanted)))
  })
})

describe('a template file', () => {
  const [first] = shippedTemplates
  const read = (change: (value: Record<string, unknown>) => unknown) =>
    readTemplate(JSON.stringify(change(structuredClone({ ...first }))))
  const firstNode = (part: object) => ({ nodes: [{ ...first?.nodes[0], ...part }] })

  test.each([
    ['that is no JSON', () => readTemplate('{"version":1,'), 'TPL-001', ''],
    ['of a later version', () => read((t) => ({ ...t, version: 2 })), 'TPL-002', 'version'],
    ['without a size', () => read((t) => ({ ...t, widthMm: 'a' })), 'TPL-001', 'widthMm'],
    ['with a size of no paper', () => read((t) => ({ ...t, widthMm: 9 })), 'TPL-001', 'widthMm'],
    ['with an unknown kind', () => read((t) => ({ ...t, kind: 'x' })), 'TPL-001', 'kind'],
    ['with a part too many', () => read((t) => ({ ...t, more: 1 })), 'TPL-001', ''],
    [
      'with type that is no number',
      () => read((t) => ({ ...t, ...firstNode({ sizePt: '8' }) })),
      'TPL-001',
      'nodes[0].sizePt',
    ],
    [
      'with a field that its kind has not',
      () => read((t) => ({ ...t, ...firstNode({ text: '{phone}' }) })),
      'TPL-003',
      'nodes[0].text',
    ],
    [
      'with a text off the label',
      () => read((t) => ({ ...t, ...firstNode({ xMm: 30 }) })),
      'TPL-004',
      'nodes[0]',
    ],
    ['that is far too long', () => readTemplate(' '.repeat(100_001)), 'TPL-001', ''],
  ])('%s is refused with the code and the place', (_name, make, code, at) => {
    expect(make()).toMatchObject({ ok: false, fault: { code, at } })
  })
})

describe('the codes of a template', () => {
  const labelWith = (kind: TemplateCode['kind'], text: string) =>
    fillTemplate(
      {
        ...templateOf('goods'),
        nodes: [code(kind, text, [0, 2, 60, 30], { hri: true })],
      },
      { barcode: '6901234567892', lot: 'L7' },
      at203,
    )
  const good: Codes = [
    ['code128', 'ab-12', 'ab-12'],
    ['ean13', '{barcode}', '6901234567892'],
    ['ean8', '96385074', '96385074'],
    ['upca', '036000291452', '0036000291452'],
    ['itf14', '16901234567899', '16901234567899'],
    ['gs1-128', '(01){barcode}(10){lot}', '(01)06901234567892(10)L7'],
    ['gs1-datamatrix', '(01){barcode}', '(01)06901234567892'],
    ['datamatrix', 'ab-12', 'ab-12'],
    ['qr', '箱 12', '箱 12'],
  ]
  test.each(good)('%s of %s reads as %s', async (kind, text, read) => {
    const label = labelWith(kind, text)
    expect(press.check(label, at203)).toEqual([])
    expect(await codesOf(label, at203)).toEqual([read])
  })

  const bad: Codes = [
    ['code128', '条 12', 'PRN-026 条 12'],
    ['ean13', '6901234567893', 'PRN-027 6901234567893'],
    ['ean8', '{barcode}', 'PRN-027 6901234567892'],
    ['upca', '03600029145', 'PRN-027 03600029145'],
    ['itf14', '{barcode}', 'PRN-027 6901234567892'],
    ['gs1-128', '(10){lot}', 'PRN-077 10L7'],
    ['gs1-datamatrix', '(01)690', 'PRN-074 01690'],
    ['datamatrix', '条 12', 'PRN-026 条 12'],
  ]
  test.each(bad)('%s of %s is refused by name: %s', (kind, text, why) => {
    const faults = press.check(labelWith(kind, text), at203)
    expect(faults.map(({ code: no, params }) => `${no} ${params['text']}`)).toContain(why)
  })
})

type Codes = readonly (readonly [kind: TemplateCode['kind'], text: string, outcome: string])[]
