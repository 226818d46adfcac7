import { useTranslation } from 'react-i18next'
import './flag.css'

const colours = {
  red: 1,
  orange: 1,
  yellow: 1,
  green: 1,
  cyan: 1,
  blue: 1,
  purple: 1,
  grey: 1,
} as const

/** The flag that the shop gave an order: a flag in its colour, and the colour in words. A flag of
 *  another shop program is shown as it is written. */
export function FlagMark({ flag }: { readonly flag: string }) {
  const { t } = useTranslation()
  if (flag === '') return null
  const words = flag in colours ? t(`flag.${flag as keyof typeof colours}`) : flag
  return (
    <span className="flag-mark" data-flag={flag}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="flag-cloth" d="M3.5 1.5h11l-3 3.75 3 3.75h-11z" />
        <path className="flag-pole" d="M3 1v14" />
      </svg>
      {words}
    </span>
  )
}
