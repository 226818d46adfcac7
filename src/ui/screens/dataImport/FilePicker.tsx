import { useTranslation } from 'react-i18next'
import { FileButton } from '../../kit/FileButton.tsx'

/** What the shops' programs export. */
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xls'

interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Opens the computer's own file list; several files at once are read together. */
export function FilePicker({ onFiles }: { onFiles: (files: PickedFile[]) => Promise<void> }) {
  const { t } = useTranslation()
  const read = async (picked: readonly File[]) => {
    const files = picked.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    await onFiles(await Promise.all(files))
  }
  return (
    <FileButton
      accept={ACCEPTED}
      multiple
      testId="import-files"
      onFiles={(files) => void read(files)}
    >
      {t('import.pick')}
    </FileButton>
  )
}
