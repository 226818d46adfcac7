import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

export interface DialogProps {
  readonly title: ReactNode
  readonly open: boolean
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question that stands above a list. Never on a station screen: there a second scan confirms. */
export function Dialog({ title, open, closeLabel, onClose, children }: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="dialog-veil" />
        <RadixDialog.Content className="dialog" aria-describedby={undefined}>
          <RadixDialog.Title className="text-[1.3em] font-bold">{title}</RadixDialog.Title>
          {children}
          <RadixDialog.Close asChild>
            <Button>{closeLabel}</Button>
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
