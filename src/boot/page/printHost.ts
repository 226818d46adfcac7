import type { StationClient } from '@/device/stationClient.ts'
import type { PrintHost } from '@/ui/print/printSync.ts'

/** The host's print queue over the bridge. What it does not hear now it is told when it is back. */
export function createPrintHost(client: StationClient): PrintHost {
  return {
    async jobs() {
      const answer = await client.request('print.jobs', {})
      return answer.ok ? answer.result.jobs : null
    },
    async markProved(no) {
      await client.request('print.markProved', { no })
    },
    async markMissing(jobId) {
      await client.request('print.markMissing', { jobId })
    },
    async cancel(jobId) {
      const answer = await client.request('print.cancel', { jobId })
      return answer.ok ? answer.result.job : null
    },
  }
}
