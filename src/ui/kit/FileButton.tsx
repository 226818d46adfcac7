import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'

export interface FileButtonProps {
  /** Endings of the files that are offered, such as `.csv,.xlsx`. */
  readonly accept: string
  readonly multiple?: boolean
  readonly testId: string
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A button that opens the computer's own list of files. Not told when nobody chose one. */
export function FileButton({ accept, multiple, testId, onFiles, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        data-testid={testId}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same file chosen again would else be no change. The list itself empties with it.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <Button onClick={() => input.current?.click()}>{children}</Button>
    </>
  )
}
