import { drawWorkflow } from '@/workflow/workflow.ts'

interface Machine {
  readonly id: string
  readonly initial: { readonly kind: string }
  readonly transitions: Readonly<Record<string, readonly string[]>>
}

/** Every machine of the product, found by its file name. */
export function allMachines(): Machine[] {
  const modules = import.meta.glob<Record<string, Machine>>('../src/workflow/*/*Workflow.ts', {
    eager: true,
  })
  return Object.values(modules)
    .flatMap((module) => Object.values(module).filter((value) => 'transitions' in Object(value)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The committed drawings as they should read: a Mermaid state diagram for each machine. */
export function drawings(): { id: string; text: string }[] {
  return allMachines().map((machine) => ({
    id: machine.id,
    text: `# ${machine.id}\n\nDrawn from the machine's table; do not edit.\n\n\`\`\`mermaid\n${drawWorkflow(machine)}\`\`\`\n`,
  }))
}
