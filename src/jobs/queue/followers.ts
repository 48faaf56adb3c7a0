import type { Job } from './job.ts'

/** Figures that changed are looked at anew. */
const STUDY: Job = { task: 'study', source: null, metric: null, anew: false }

/** What a job is followed by once it has done something; `didNothing` tells of one that found nothing to do. */
export function followersOf(job: Job, { didNothing }: { readonly didNothing: boolean }): Job[] {
  if (didNothing) return []
  switch (job.task) {
    case 'collect':
    case 'reconcile':
    case 'analyze':
    case 'ingest':
    case 'recompute':
      return [STUDY]
    default:
      return []
  }
}
