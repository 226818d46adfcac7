import { Button } from './Button.tsx'

export interface StepperProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly lessLabel: string
  readonly moreLabel: string
  readonly format: (value: number) => string
  readonly onChange: (value: number) => void
}

/** A number changed by two large buttons: no field, so no keyboard and no input method. */
export function Stepper(props: StepperProps) {
  const { label, value, min, max, step, format, onChange } = props
  const move = (steps: number) => {
    const next = Math.round((value + steps * step) / step) * step
    onChange(Math.min(max, Math.max(min, Number(next.toFixed(3)))))
  }
  return (
    <div className="flex flex-wrap items-center gap-3" role="group" aria-label={label}>
      <Button
        aria-label={`${label} ${props.lessLabel}`}
        disabled={value <= min}
        onClick={() => move(-1)}
      >
        −
      </Button>
      <output className="code min-w-[4em] text-center font-bold">{format(value)}</output>
      <Button
        aria-label={`${label} ${props.moreLabel}`}
        disabled={value >= max}
        onClick={() => move(1)}
      >
        +
      </Button>
    </div>
  )
}
