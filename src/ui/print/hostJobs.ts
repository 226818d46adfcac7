import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HostJob } from './matchPrints.ts'

/** The host's print jobs that are not sent yet, by id, for the list on the screen. */
export type HostJobs = StoreApi<ReadonlyMap<string, HostJob>>

/** No jobs, until the host tells them. */
export function createHostJobs(): HostJobs {
  return createStore<ReadonlyMap<string, HostJob>>(() => new Map())
}

const isWaiting = ({ state }: HostJob): boolean => state === 'queued' || state === 'sending'

/** Takes in one job as it is now. Of a job that is sent or over the list knows enough without the host. */
export function putHostJob(store: HostJobs, job: HostJob): void {
  const next = new Map(store.getState())
  if (isWaiting(job)) next.set(job.jobId, job)
  else next.delete(job.jobId)
  store.setState(next, true)
}

/** The host told all of its jobs. */
export function meetHostJobs(store: HostJobs, jobs: readonly HostJob[]): void {
  store.setState(new Map(jobs.filter(isWaiting).map((job) => [job.jobId, job])), true)
}
