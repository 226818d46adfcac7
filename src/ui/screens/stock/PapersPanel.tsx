import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BinScope } from '@/domain/stock/binScope.ts'
import { type StockPaper, stockPapers } from '@/workflow/stock/stockPapers.ts'
import type { StockState } from '@/workflow/stock/stockState.ts'

/** The papers of what is shown, each with the number to type; or how the labels of a sheet are counted. */
export function PapersPanel({
  state,
  after,
}: {
  readonly state: StockState
  /** Photos that are numbered before them. */
  readonly after: number
}) {
  const { t } = useTranslation()
  if (state.kind === 'firstCell') return <p>{t('stock.cellsRow', { cells: state.cells })}</p>
  if (state.kind === 'printing' || state.kind === 'confirmCodes') return null
  const papers = stockPapers(state)
  if (papers.length === 0) return null
  return (
    <section className="stock-papers">
      <h2>{t('stock.papers')}</h2>
      <ol>
        {papers.map((paper, i) => (
          <li key={paperWords(t, paper)}>
            <strong className="code">{after + i + 1}</strong> {paperWords(t, paper)}
          </li>
        ))}
      </ol>
    </section>
  )
}

function paperWords(t: TFunction, paper: StockPaper): string {
  switch (paper.kind) {
    case 'countSheet':
      return t('stock.paper.countSheet', { scope: scopeWords(t, paper.scope) })
    case 'binSheet':
      return t('stock.paper.binSheet', { scope: scopeWords(t, paper.scope) })
    case 'goodsSheet':
      return t('stock.paper.goodsSheet')
    case 'toteSheet':
      return t('stock.paper.toteSheet', { code: paper.code })
    case 'packReceipt':
      return t('stock.paper.packReceipt')
  }
}

function scopeWords(t: TFunction, scope: BinScope): string {
  switch (scope.kind) {
    case 'bin':
      return t('stock.scope.bin', { of: scope.of })
    case 'corridor':
      return t('stock.scope.corridor', { of: scope.of })
    case 'zone':
      return t('stock.scope.zone', { of: t(`zone.${scope.of}`) })
  }
}
