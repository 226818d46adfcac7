export interface ProgressBarProps {
  readonly done: number
  readonly total: number
  readonly unit?: string | undefined
}

/** Done of total, as figures and as a bar. total 0: nothing to do yet. */
export function ProgressBar({ done, total, unit }: ProgressBarProps) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div className="progress" data-testid="progress" data-done={done} data-total={total}>
      <span>
        {done}/{total}
        {unit === undefined ? '' : ` ${unit}`}
      </span>
      <div className="progress-track" aria-hidden="true">
        <div className="progress-fill" style={{ transform: `scaleX(${share})` }} />
      </div>
    </div>
  )
}
