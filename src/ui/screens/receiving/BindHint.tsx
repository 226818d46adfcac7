import { useTranslation } from 'react-i18next'

/** What binding a code means, as a picture: the code nobody knows, and another code of the same goods. */
export function BindHint({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  return (
    <div className="bind-hint">
      <BarsPicture sign="?" />
      <span>
        {t('receiving.bind.unknown')} <strong className="code">{code}</strong>
      </span>
      <span className="bind-same" aria-hidden="true">
        =
      </span>
      <span>{t('receiving.bind.same')}</span>
      <BarsPicture sign="✓" />
      <strong>{t('receiving.bind.known')}</strong>
      <span className="bind-else">{t('receiving.bind.byName')}</span>
    </div>
  )
}

/** Where the bars of the picture stand, and how wide they are. */
const BARS = [
  [4, 2],
  [8, 1],
  [11, 3],
  [16, 1],
  [19, 1],
  [22, 3],
  [27, 1],
  [30, 2],
  [34, 1],
] as const

function BarsPicture({ sign }: { readonly sign: string }) {
  return (
    <svg className="bind-bars" viewBox="0 0 56 28" aria-hidden="true">
      <rect className="bind-label" x="1" y="1" width="38" height="26" rx="2" />
      {BARS.map(([x, width]) => (
        <rect key={x} x={x} y="5" width={width} height="18" />
      ))}
      <text x="48" y="20" textAnchor="middle">
        {sign}
      </text>
    </svg>
  )
}
