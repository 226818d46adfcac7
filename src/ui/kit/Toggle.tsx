import { Switch } from 'radix-ui'
import type { ReactNode } from 'react'

export interface ToggleProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

/** On or off, with the words that name it inside the touch area. */
export function Toggle({ checked, onChange, children }: ToggleProps) {
  return (
    <label className="toggle">
      <Switch.Root className="toggle-track" checked={checked} onCheckedChange={onChange}>
        <Switch.Thumb className="toggle-thumb" />
      </Switch.Root>
      <span>{children}</span>
    </label>
  )
}
