import { expect, test } from 'vitest'
import { createHostJobs, meetHostJobs, putHostJob } from './hostJobs.ts'
import type { HostJob } from './matchPrints.ts'

const job = (jobId: string, state: HostJob['state']): HostJob => ({
  jobId,
  printerId: 'p1',
  state,
  notices: [],
})

test('a job is forgotten when it is sent, and one that the host no longer tells too', () => {
  const jobs = createHostJobs()
  putHostJob(jobs, job('a', 'queued'))
  putHostJob(jobs, job('b', 'sending'))
  putHostJob(jobs, job('a', 'sent'))
  expect([...jobs.getState().keys()]).toEqual(['b'])
  meetHostJobs(jobs, [job('c', 'queued'), job('d', 'printed')])
  expect([...jobs.getState().keys()]).toEqual(['c'])
})
