import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'

export interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[]
  readonly onChoose: (value: T) => void
}

/** One of a few, all in sight: nothing opens, nothing covers the screen. */
export function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const choose = (next: string) => {
    const chosen = options.find((option) => option.value === next)
    if (chosen !== undefined) onChoose(chosen.value)
  }
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      onValueChange={choose}
      aria-label={label}
      className="flex flex-wrap gap-3"
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className="btn">
          {option.text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
