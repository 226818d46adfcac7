import type { TFunction } from 'i18next'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelTemplate } from '@/domain/record/labelTemplate.ts'
import { Button } from '../../kit/Button.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { PngPicture } from '../../kit/PngPicture.tsx'
import { PlainScreen } from '../../workflow/PlainScreen.tsx'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { faultText, partWords } from './fieldWords.ts'
import { NodeForm } from './NodeForm.tsx'
import { TemplateActions } from './TemplateActions.tsx'
import type { TemplateDesk, TemplateView } from './templateDesk.ts'
import './templates.css'

/** What is told of an act that was done; all else is a refusal. */
const DONE: readonly string[] = ['TPL-010', 'TPL-011', 'TPL-012']

type Framed = Pick<ScreenProps<never>, 'shown'>

/** Label templates: a list, then one of them with its parts, its picture and what is wrong with it. */
export function TemplateScreen({ desk, shown }: { readonly desk: TemplateDesk } & Framed) {
  const view = useSyncExternalStore(desk.subscribe, desk.view)
  useEffect(() => void desk.open(), [desk])
  return <TemplateDrawing desk={desk} view={view} shown={shown} />
}

type DrawingProps = Framed & { readonly desk: TemplateDesk; readonly view: TemplateView }

/** The screen from plain values; the gallery draws it from samples. */
export function TemplateDrawing({ desk, view, shown }: DrawingProps) {
  const { t } = useTranslation()
  const { draft, told } = view
  return (
    <PlainScreen
      station="templates"
      state={draft ? 'edit' : 'list'}
      title={t('screen.templates')}
      now={draft ? labelName(t, draft) : t('templates.choose')}
      shown={shown}
      actions={<TemplateActions desk={desk} view={view} />}
    >
      {told && (
        <p role="status" className="templates-told">
          {DONE.includes(told.code) ? '✓' : '✕'} {faultText(t, told)}
        </p>
      )}
      {draft ? <Edited desk={desk} view={view} draft={draft} /> : <List desk={desk} view={view} />}
    </PlainScreen>
  )
}

type Part = Omit<DrawingProps, 'shown'>

const labelName = (
  t: TFunction,
  { kind, widthMm, heightMm }: Pick<LabelTemplate, 'kind' | 'widthMm' | 'heightMm'>,
): string => `${t(`templates.kind.${kind}`)} ${widthMm} × ${heightMm} mm`

function List({ desk, view }: Part) {
  const { t } = useTranslation()
  return (
    <ul className="templates-list">
      {view.book.map(({ id, kind, widthMm, heightMm }) => (
        <li key={id}>
          <Button onClick={() => void desk.choose(id)}>
            {labelName(t, { kind, widthMm, heightMm })}
          </Button>
          {view.ownIds.includes(id) && <Chip>{t('templates.own')}</Chip>}
        </li>
      ))}
    </ul>
  )
}

function Edited({
  desk,
  view,
  draft,
}: Part & { readonly draft: NonNullable<TemplateView['draft']> }) {
  const { t } = useTranslation()
  const { png, faults, nodeIndex } = view
  return (
    <div className="templates-edit">
      <div className="templates-picture">
        {png ? (
          <PngPicture png={png} alt={t('prints.picture', { no: draft.id })} no={draft.id} />
        ) : (
          <p>{t('templates.noPicture')}</p>
        )}
        {faults.map((fault) => (
          <p key={JSON.stringify(fault)} role="alert">
            ✕ {faultText(t, fault)}
          </p>
        ))}
      </div>
      <ol className="templates-nodes">
        {draft.nodes.map((node, index) => (
          // Parts have no name of their own: their place in the list is what they are known by.
          <li key={`${index} ${node.kind}`}>
            <Button
              tone={index === nodeIndex ? 'strong' : 'plain'}
              aria-pressed={index === nodeIndex}
              onClick={() => desk.pickNode(index)}
            >
              {index + 1}{' '}
              {'text' in node ? partWords(t, node.text) : t(`templates.node.${node.kind}`)}
            </Button>
          </li>
        ))}
      </ol>
      <NodeForm desk={desk} template={draft} nodeIndex={nodeIndex} />
    </div>
  )
}
