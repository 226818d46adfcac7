import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HostJob } from './matchPrints.ts'

/** The host's print jobs by id, for the list on the screen. */
export type HostJobs = StoreApi<ReadonlyMap<string, HostJob>>

/** No jobs, until the host tells them. */
export function createHostJobs(): HostJobs {
  return createStore<ReadonlyMap<string, HostJob>>(() => new Map())
}

/** Takes in jobs as they are now. */
export function putHostJobs(store: HostJobs, jobs: readonly HostJob[]): void {
  const next = new Map(store.getState())
  for (const job of jobs) next.set(job.jobId, job)
  store.setState(next, true)
}
