import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import type { ScreenProps } from '../../workflow/useWorkflow.ts'
import { WorkflowScreen } from '../../workflow/WorkflowScreen.tsx'
import { FileCard } from './FileCard.tsx'
import { FilePicker } from './FilePicker.tsx'
import type { ImportDesk, ImportView } from './importDesk.ts'
import { openQuestions } from './importDesk.ts'
import './import.css'

/** Files in, each row checked before anything is stored. */
export function ImportScreen(
  props: { readonly desk: ImportDesk } & Omit<ScreenProps<never>, 'view'>,
) {
  const { desk, shown, pad } = props
  const view = useSyncExternalStore(desk.subscribe, desk.view)
  return <ImportDrawing desk={desk} view={view} shown={shown} pad={pad} />
}

/** The screen from plain values; the gallery draws it from samples. */
export function ImportDrawing(
  props: { readonly desk: ImportDesk; readonly view: ImportView } & Omit<
    ScreenProps<never>,
    'view'
  >,
) {
  const { t } = useTranslation()
  const { desk, view, shown, pad } = props
  const { phase, progress } = view
  const isBusy = phase === 'importing'
  return (
    <WorkflowScreen
      station="import"
      state={phase}
      title={t('screen.import')}
      now={{ text: t(`import.now.${phase}`), detail: <NowDetail desk={desk} view={view} /> }}
      shown={shown}
      progress={isBusy ? { done: progress.done, total: progress.total } : undefined}
      context={<FileList desk={desk} view={view} />}
      commands={[]}
      pad={pad}
    />
  )
}

type Part = { readonly desk: ImportDesk; readonly view: ImportView }

function NowDetail({ desk, view }: Part) {
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
        <div className="import-actions">
          <Button tone="strong" disabled={drafts === 0} onClick={() => void desk.commit()}>
            {t('import.commit', { count: drafts })}
          </Button>
          <FilePicker onFiles={desk.add} />
          <Button onClick={desk.clear}>{t('import.clear')}</Button>
        </div>
      )
    case 'importing':
      return <span>{view.progress.name}</span>
    case 'reading':
      return null
  }
}

function FileList({ desk, view }: Part) {
  const { t } = useTranslation()
  if (view.phase === 'done')
    return (
      <ul className="import-results">
        {view.results.map(({ name, written, kept }) => (
          <li key={name}>{t('import.result', { name, written, kept })}</li>
        ))}
      </ul>
    )
  if (view.files.length === 0) return <p className="empty">{t('import.empty')}</p>
  const waiting = view.files.reduce((sum, file) => sum + openQuestions(file.reading).length, 0)
  return (
    <div className="import-files">
      {waiting > 0 && <p>{t('import.waiting', { count: waiting })}</p>}
      {view.files.map((file) => (
        <FileCard key={file.table.name} desk={desk} file={file} />
      ))}
    </div>
  )
}
