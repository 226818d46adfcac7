import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'

/** What the shops' programs export. */
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xls'

export interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Opens the computer's own file list; several files at once are read together. */
export function FilePicker({ onFiles }: { onFiles: (files: PickedFile[]) => Promise<void> }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const read = async (list: FileList | null) => {
    const files = [...(list ?? [])].map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    await onFiles(await Promise.all(files))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        data-testid="import-files"
        onChange={(event) => void read(event.currentTarget.files)}
      />
      <Button onClick={() => input.current?.click()}>{t('import.pick')}</Button>
    </>
  )
}
