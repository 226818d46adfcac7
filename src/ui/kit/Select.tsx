import { type ReactNode, useId } from 'react'

export interface SelectProps<T extends string> {
  readonly label: ReactNode
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChoose: (value: T) => void
}

/** One of many, as the platform's own list: it needs no portal and gives the focus back. */
export function Select<T extends string>({ label, value, options, onChoose }: SelectProps<T>) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value)
          if (chosen !== undefined) onChoose(chosen.value)
          target.blur()
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
