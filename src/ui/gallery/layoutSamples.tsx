import { useTranslation } from 'react-i18next'
import { Card } from '../kit/Card.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Field } from '../kit/Field.tsx'
import { NO_NOTICE, type ShownNotice } from '../scan/shownNotice.ts'
import { FoundSkus } from '../shell/FoundSkus.tsx'
import { WorkflowScreen } from '../workflow/WorkflowScreen.tsx'
import type { Sample } from './sample.ts'
import { sampleItem } from './sampleItems.ts'
import { sampleNotices } from './sampleNotices.ts'

const SAMPLE_AT_MS = 1_793_584_800_000

/** The layout that all station screens share, with each kind of answer. */
export const layoutSamples: readonly Sample[] = [
  ...Object.entries(sampleNotices).map(([name, shown]) => ({
    id: `layout/${name}`,
    render: () => <LayoutSample shown={shown} />,
  })),
  {
    id: 'layout/printerFault',
    status: {
      printer: { light: 'fault', name: 'TSC' },
      alert: { code: 'PRN-012', params: { printer: 'TSC' } },
    },
    render: () => <LayoutSample shown={NO_NOTICE} />,
  },
  {
    id: 'layout/offline',
    status: {
      sync: { pending: 12, conflicts: 1, online: false, alone: false, oldestAtMs: SAMPLE_AT_MS },
    },
    render: () => <LayoutSample shown={NO_NOTICE} />,
  },
  {
    id: 'layout/searching',
    render: () => (
      <>
        <LayoutSample shown={NO_NOTICE} />
        <SearchSample />
      </>
    ),
  },
]

/** The field for codes and names, with what it found. */
function SearchSample() {
  const { t } = useTranslation()
  const skus = [0, 2, 3].map((no) => {
    const { skuId, name, spec } = sampleItem(no)
    return { id: skuId, name, spec, colour: '', size: '' }
  })
  return (
    <div className="code-field">
      <FoundSkus skus={skus} onChoose={() => undefined} />
      <Field label={t('ui.typeCodeLabel')} hint={t('ui.typeCode')} defaultValue="BK000" />
    </div>
  )
}

function LayoutSample({ shown }: { readonly shown: ShownNotice }) {
  const { t } = useTranslation()
  return (
    <WorkflowScreen
      station="putaway"
      state="scanBin"
      title={t('screen.putaway')}
      now={{ text: t('sample.goToBin'), code: 'A-03-2-05', detail: <SampleDetail /> }}
      shown={shown}
      progress={{ done: 12, total: 40 }}
      commands={['NEXT', 'SKIP', 'PRINT', 'UNDO', 'HELP']}
      pad={shown.notice === null ? '12' : ''}
      context={
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,260px),1fr))] gap-3">
          <Card title={<span className="code">A-03-2-06</span>}>{t('sample.freeRoom')}</Card>
          <Card title={<span className="code">B-01-1-10</span>}>{t('sample.freeRoom')}</Card>
          <Card>
            <EmptyState why={t('sample.noNotes')} />
          </Card>
        </div>
      }
    />
  )
}

function SampleDetail() {
  const { t } = useTranslation()
  return (
    <div className="grid gap-1">
      <strong className="now-figure">×2</strong>
      <strong className="now-item">{t('sample.sku')}</strong>
      <span className="code now-spec">BOOK-0O1Il-8B</span>
    </div>
  )
}
