import type { Transport } from '../transport/transport.ts'
import type { ComponentClient } from './componentClient.ts'
import type { ComponentDialect } from './componentDialect.ts'

/** How long a component that takes one task at a time may take for it: paper may have run out. */
export const COMPONENT_NOTICE_MS_MAX = 60_000

export interface ComponentTransportParts {
  readonly client: ComponentClient
  readonly dialect: ComponentDialect
  readonly taskId: string
  /** The component will not print this task, and says why. */
  onRefused(why: string): Promise<void>
}

/** Hands one task to a platform's component. Sent is what the component said to have; it then tells
 *  by notices what became of it, on the connection that stays open. */
export function createComponentTransport(parts: ComponentTransportParts): Transport {
  const { client, dialect, taskId } = parts
  return {
    open: (limitMs) => client.connect(limitMs),
    async send(bytes, onHandedOver) {
      onHandedOver(bytes.length)
      const ends = dialect.awaitsNotice
        ? client.untilNotice(taskId, COMPONENT_NOTICE_MS_MAX)
        : undefined
      // Looked at below; until then its end must not count as unheard.
      ends?.catch(() => undefined)
      const { isAccepted, why } = await client.submit(taskId, bytes)
      if (isAccepted) await ends
      else await parts.onRefused(why)
    },
    ask: async () => 'silent',
    close: async () => undefined,
  }
}
