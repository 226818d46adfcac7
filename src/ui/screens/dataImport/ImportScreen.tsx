import type { TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { PlainScreen } from '../../workflow/PlainScreen.tsx'
import { noticeWords } from '../../words/noticeWords.ts'
import { FileCard } from './FileCard.tsx'
import { FilePicker } from './FilePicker.tsx'
import type { ImportDesk, ImportView } from './importDesk.ts'
import { isUnmapped, openQuestions } from './importDesk.ts'
import './import.css'

/** Files in, each row checked before anything is stored. */
export function ImportScreen(
  props: { readonly desk: ImportDesk } & Pick<ScreenProps<never>, 'shown'>,
) {
  const { desk, shown } = props
  const view = useSyncExternalStore(desk.subscribe, desk.view)
  return <ImportDrawing desk={desk} view={view} shown={shown} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function ImportDrawing(
  props: { readonly desk: ImportDesk; readonly view: ImportView } & Pick<
    ScreenProps<never>,
    'shown'
  >,
) {
  const { t } = useTranslation()
  const { desk, view, shown } = props
  const { phase, progress } = view
  return (
    <PlainScreen
      station="import"
      state={phase}
      title={t('screen.import')}
      now={nowWords(t, view)}
      shown={shown}
      progress={phase === 'importing' ? { done: progress.done, total: progress.total } : undefined}
      actions={<Actions desk={desk} view={view} />}
    >
      <FileList desk={desk} view={view} />
    </PlainScreen>
  )
}

type Part = { readonly desk: ImportDesk; readonly view: ImportView }

/** What the person has to do first: say what a table is, answer the doubts, then import. */
function nowWords(t: TFunction, { phase, progress, files }: ImportView): string {
  const waiting = files.reduce((sum, file) => sum + openQuestions(file.reading).length, 0)
  if (phase !== 'preview') return t(`import.now.${phase}`, { name: progress.name })
  if (files.some(isUnmapped)) return t('import.now.map')
  return waiting > 0 ? t('import.waiting', { count: waiting }) : t('import.now.preview')
}

function Actions({ desk, view }: Part) {
  const { t } = useTranslation()
  const drafts = view.files.reduce(
    (sum, { reading }) => sum + (reading.content?.drafts.length ?? 0),
    0,
  )
  switch (view.phase) {
    case 'pick':
    case 'done':
      return <FilePicker onFiles={desk.add} />
    case 'preview':
      return (
        <>
          <Button tone="strong" disabled={drafts === 0} onClick={() => void desk.commit()}>
            {t('import.commit', { count: drafts })}
          </Button>
          <FilePicker onFiles={desk.add} />
          <Button onClick={desk.clear}>{t('import.clear')}</Button>
        </>
      )
    case 'importing':
    case 'reading':
      return null
  }
}

function FileList({ desk, view }: Part) {
  const { t } = useTranslation()
  if (view.phase === 'done' || view.phase === 'importing') return <ImportResults view={view} />
  return (
    <div className="import-files">
      {view.failed !== '' && (
        <p role="alert">
          <Chip alert>{noticeWords(t, { code: view.failed })}</Chip>
        </p>
      )}
      {view.files.length === 0 && <EmptyState why={t('import.empty')} />}
      {view.files.map((file) => (
        <FileCard key={file.table.name} desk={desk} file={file} />
      ))}
    </div>
  )
}

/** What went in so far, file by file, and the one that goes in now. */
function ImportResults({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation()
  const { results, phase, progress } = view
  return (
    <ul className="import-results">
      {results.map(({ name, written, kept }) => (
        <li key={name}>✓ {t('import.result', { name, written, kept })}</li>
      ))}
      {phase === 'importing' && (
        <li aria-current="true">
          ▶ {progress.name} {progress.done}/{progress.total}
        </li>
      )}
    </ul>
  )
}
