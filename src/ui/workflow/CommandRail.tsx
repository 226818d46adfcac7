import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  COMMAND_KEYS,
  type CommandVerb,
  commandCodeOf,
  numberOfVerb,
} from '@/domain/barcode/commandCode.ts'
import { KeyHint } from '../kit/KeyHint.tsx'
import { QrCommand } from '../kit/QrCommand.tsx'
import { useScan } from '../scan/ScanContext.tsx'

export interface CommandRailProps {
  readonly commands: readonly CommandVerb[]
  /** Words of the work for commands that mean something special in it. */
  readonly names?: Readonly<Partial<Record<CommandVerb, string>>> | undefined
}

/** The commands that mean something now: to scan, to press, to tap. */
export function CommandRail({ commands, names = {} }: CommandRailProps) {
  const { t } = useTranslation()
  return (
    <nav className="rail" data-testid="commands" aria-label={t('ui.commands')}>
      {[...commands.filter((verb) => verb !== 'HOME'), 'HOME' as const].map((verb) => (
        <RailCommand key={verb} verb={verb} name={names[verb]} />
      ))}
    </nav>
  )
}

interface RailCommandProps {
  readonly verb: CommandVerb
  readonly name?: string | undefined
}

/** One command: its code to scan, its key, and a tap. */
export const RailCommand = memo(function RailCommand({ verb, name }: RailCommandProps) {
  const { t } = useTranslation()
  const { tap } = useScan()
  const code = commandCodeOf(verb)
  const key = keyNameOf(verb)
  return (
    <button
      type="button"
      className="rail-command"
      data-command={verb}
      data-command-code={code}
      onClick={() => tap(code)}
    >
      <QrCommand code={code} />
      <span className="rail-words">
        {name ?? t(`command.${verb}`)}
        {key !== null && <KeyHint name={key} />}
      </span>
    </button>
  )
})

/** The key that does the same as a command, as printed on the key; null when it has none. */
export function keyNameOf(verb: CommandVerb): string | null {
  const no = numberOfVerb(verb)
  if (no !== null) return `${no} Enter`
  const code = Object.keys(COMMAND_KEYS).find((each) => COMMAND_KEYS[each] === verb)
  if (code === undefined) return null
  return keyNames[code] ?? code
}

/** As the keys are printed, where that differs from their code. */
const keyNames: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Insert: 'Ins',
  Delete: 'Del',
}
