import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  COMMAND_VERBS,
  type CommandVerb,
  commandCodeOf,
  isCommandVerb,
} from '@/domain/barcode/commandCode.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Field } from '../kit/Field.tsx'
import { KeyHint } from '../kit/KeyHint.tsx'
import { QrCommand } from '../kit/QrCommand.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import type { ShownNotice } from '../scan/shownNotice.ts'
import { keyNameOf } from '../workflow/CommandRail.tsx'
import { helpRows } from '../words/helpRows.ts'
import { PlainScreen } from '../workflow/PlainScreen.tsx'
import { BackButton } from './BackButton.tsx'

/** Every code a screen can show, and every command: searchable, copyable, to be scanned. */
export function HelpPanel(props: { readonly shown: ShownNotice; readonly onClose: () => void }) {
  const { shown, onClose } = props
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
          { id: 'codes', title: t('ui.helpCodes'), content: <CodeList /> },
          { id: 'commands', title: t('ui.helpKeys'), content: <CommandList /> },
        ]}
      />
    </PlainScreen>
  )
}

function CodeList() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const rows = helpRows(t).filter(({ code, words }) =>
    `${code} ${words}`.toLowerCase().includes(wanted),
  )
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
        <dl className="help-codes">
          {rows.map(({ code, words }) => (
            <HelpRow key={code} name={code}>
              {words}
            </HelpRow>
          ))}
        </dl>
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
