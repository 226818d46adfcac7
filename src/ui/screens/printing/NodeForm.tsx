import { useTranslation } from 'react-i18next'
import {
  type LabelTemplate,
  type TemplateCode,
  type TemplateNode,
  type TemplateText,
  templateCodeKinds,
  templateFields,
} from '@/domain/record/labelTemplate.ts'
import { Button } from '../../kit/Button.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { Field } from '../../kit/Field.tsx'
import { fieldWord } from './fieldWords.ts'
import type { TemplateDesk } from './templateDesk.ts'

export interface NodeFormProps {
  readonly desk: TemplateDesk
  readonly template: LabelTemplate
  readonly nodeIndex: number
}

const GS1_KINDS: readonly string[] = ['gs1-128', 'gs1-datamatrix']
const GS1_EXAMPLE = '(01){barcode}(10){lot}'
const ALIGNS = ['left', 'center', 'right'] as const
const WEIGHTS = ['500', '700'] as const

/** The part in work: text, place, size, kind; and the fields it may name. */
export function NodeForm({ desk, template, nodeIndex }: NodeFormProps) {
  const { t } = useTranslation()
  const node = template.nodes[nodeIndex]
  if (!node) return <AddParts desk={desk} />
  const set = (part: Partial<TemplateNode>) => void desk.change(part)
  return (
    <div className="templates-form" key={`${template.id} ${nodeIndex}`}>
      {'text' in node && (
        <>
          <Field
            label={t('templates.text')}
            value={node.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <div className="templates-fields">
            {templateFields(template.kind).map((field) => (
              <Button key={field} onClick={() => set({ text: `${node.text}{${field}}` })}>
                {`+ ${fieldWord(t, field)}`}
              </Button>
            ))}
          </div>
        </>
      )}
      <div className="templates-numbers">
        {(['xMm', 'yMm', 'widthMm', 'heightMm'] as const).map((side) => (
          <NumberField
            key={side}
            label={t(`templates.${side}`)}
            value={node[side] ?? 0}
            onNumber={(mm) => set({ [side]: mm })}
          />
        ))}
        {node.kind === 'text' && (
          <NumberField
            label={t('templates.sizePt')}
            value={node.sizePt}
            onNumber={(sizePt) => set({ sizePt, shrinkToPt: Math.min(node.shrinkToPt, sizePt) })}
          />
        )}
      </div>
      {node.kind === 'text' && <TextStyle node={node} set={set} />}
      {isCode(node) && <CodeKind node={node} set={set} />}
      <AddParts desk={desk} />
      <Button onClick={() => void desk.takeOutNode()}>{t('templates.takeOut')}</Button>
    </div>
  )
}

const isCode = (node: TemplateNode): node is TemplateCode =>
  templateCodeKinds.some((kind) => kind === node.kind)

interface CodeKindProps {
  readonly node: TemplateCode
  readonly set: (part: Partial<TemplateCode>) => void
}

function CodeKind({ node, set }: CodeKindProps) {
  const { t } = useTranslation()
  return (
    <>
      <Choice
        label={t('templates.codeKind')}
        value={node.kind}
        options={templateCodeKinds.map((value) => ({ value, text: t(`templates.node.${value}`) }))}
        onChoose={(kind) => set({ kind })}
      />
      {GS1_KINDS.includes(node.kind) && <p>{t('templates.gs1Hint', { example: GS1_EXAMPLE })}</p>}
    </>
  )
}

type SetText = (part: Partial<TemplateText>) => void

function TextStyle({ node, set }: { readonly node: TemplateText; readonly set: SetText }) {
  const { t } = useTranslation()
  return (
    <>
      <Choice
        label={t('templates.align')}
        value={node.align}
        options={ALIGNS.map((value) => ({ value, text: t(`templates.aligned.${value}`) }))}
        onChoose={(align) => set({ align })}
      />
      <Choice
        label={t('templates.weight')}
        value={node.weight === 700 ? '700' : '500'}
        options={WEIGHTS.map((value) => ({ value, text: t(`templates.weights.${value}`) }))}
        onChoose={(value) => set({ weight: value === '700' ? 700 : 500 })}
      />
    </>
  )
}

/** A part that was just put in stands at the upper left, to be moved. */
const START = { xMm: 2, yMm: 2, widthMm: 20 } as const
const NEW_TEXT: TemplateText = {
  ...START,
  kind: 'text',
  text: 'ABC',
  sizePt: 9,
  shrinkToPt: 6,
  weight: 500,
  maxLines: 1,
  overflow: 'ellipsis',
  align: 'left',
}
const NEW_CODE: TemplateCode = {
  ...START,
  kind: 'qr',
  text: 'ABC',
  heightMm: 17,
  hri: false,
  moduleMaxMm: 0.5,
}
const NEW_LINE: TemplateNode = { ...START, kind: 'rule', heightMm: 0, strokeDots: 2 }

function AddParts({ desk }: { readonly desk: TemplateDesk }) {
  const { t } = useTranslation()
  return (
    <div className="templates-fields">
      <Button onClick={() => void desk.addNode(NEW_TEXT)}>{t('templates.addText')}</Button>
      <Button onClick={() => void desk.addNode(NEW_CODE)}>{t('templates.addCode')}</Button>
      <Button onClick={() => void desk.addNode(NEW_LINE)}>{t('templates.addLine')}</Button>
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onNumber: (value: number) => void
}

function NumberField({ label, value, onNumber }: NumberFieldProps) {
  return (
    <Field
      label={label}
      type="number"
      step="0.5"
      min="0"
      value={value}
      onChange={(event) => {
        const next = event.currentTarget.valueAsNumber
        if (Number.isFinite(next)) onNumber(next)
      }}
    />
  )
}
