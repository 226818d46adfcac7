import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  COMMAND_VERBS,
  type CommandVerb,
  commandCodeOf,
  isCommandVerb,
  type ScreenId,
} from '@/domain/barcode/commandCode.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Field } from '../kit/Field.tsx'
import { KeyHint } from '../kit/KeyHint.tsx'
import { QrCommand } from '../kit/QrCommand.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { keyNameOf } from '../workflow/CommandRail.tsx'
import { helpGroups, helpRows } from '../words/helpRows.ts'
import { PlainScreen } from '../workflow/PlainScreen.tsx'
import { BackButton } from './BackButton.tsx'

export interface HelpPanelProps {
  readonly shown: ShownNotice
  /** The screen below: its codes come first. */
  readonly screen: ScreenId | null
  readonly onClose: () => void
}

/** Every code a screen can show, and every command: searchable, copyable, to be scanned. */
export function HelpPanel({ shown, screen, onClose }: HelpPanelProps) {
  const { t } = useTranslation()
  return (
    <PlainScreen
      station="help"
      state="open"
      title={t('ui.help')}
      shown={shown}
      actions={<BackButton onClose={onClose} />}
    >
      <Tabs
        label={t('ui.help')}
        tabs={[
          { id: 'codes', title: t('ui.helpCodes'), content: <CodeList screen={screen} /> },
          { id: 'commands', title: t('ui.helpKeys'), content: <CommandList /> },
        ]}
      />
    </PlainScreen>
  )
}

function CodeList({ screen }: { readonly screen: ScreenId | null }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const rows = helpRows(t).filter(({ code, words }) =>
    `${code} ${words}`.toLowerCase().includes(wanted),
  )
  const groups = helpGroups(rows, screen).filter((group) => group.rows.length > 0)
  return (
    <div className="grid gap-4">
      <Field
        label={t('ui.search')}
        hint={t('ui.helpCodesHint')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {rows.length === 0 ? (
        <EmptyState why={t('ui.nothingFound', { text })} />
      ) : (
        groups.map((group) => (
          <section key={group.id} className="grid gap-2">
            <h2 className="font-bold">{t(`ui.helpGroup.${group.id}`)}</h2>
            <dl className="help-codes">
              {group.rows.map(({ code, words }) => (
                <HelpRow key={code} name={code}>
                  {words}
                </HelpRow>
              ))}
            </dl>
          </section>
        ))
      )}
    </div>
  )
}

function HelpRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="code select-all">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function CommandList() {
  const { t } = useTranslation()
  return (
    <ul className="tiles">
      {allVerbs.map((verb) => (
        <li key={verb} className="tile">
          <QrCommand code={commandCodeOf(verb)} />
          <span className="rail-words">
            {t(`command.${verb}`)}
            <span className="code text-[0.75em] font-normal">{commandCodeOf(verb)}</span>
            {keyNameOf(verb) !== null && <KeyHint name={keyNameOf(verb) ?? ''} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

const allVerbs: readonly CommandVerb[] = Object.keys(COMMAND_VERBS).filter(isCommandVerb)
