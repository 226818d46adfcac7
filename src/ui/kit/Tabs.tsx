import { Tabs as RadixTabs } from 'radix-ui'
import type { ReactNode } from 'react'

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly {
    readonly id: string
    readonly title: ReactNode
    readonly content: ReactNode
  }[]
}

/** Parts of one screen, one at a time; the first is open. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <RadixTabs.Root defaultValue={tabs[0]?.id ?? ''} className="grid gap-4">
      <RadixTabs.List aria-label={label} className="flex flex-wrap gap-3">
        {tabs.map((tab) => (
          <RadixTabs.Trigger key={tab.id} value={tab.id} className="btn">
            {tab.title}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.id} value={tab.id}>
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  )
}
