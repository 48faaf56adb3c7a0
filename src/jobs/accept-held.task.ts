import { collectionStore } from '../collect/store.ts'
import { planStore } from '../reconcile/store.ts'
import type { JobContext } from './context.ts'
import { runRecorded } from './run-recorded.ts'

/** What is accepted, by whom, and why. */
export interface Acceptance {
  readonly kind: 'plan' | 'collection'
  readonly id: number
  readonly by: string
  readonly reason: string | null
}

/** Lets a held plan or delivery pass, on the record. Throws when it is not there or not held. */
export function acceptHeld(context: JobContext, acceptance: Acceptance) {
  return runRecorded<Acceptance>(context, 'accept', async () => {
    const { kind, id, by, reason } = acceptance
    const store = kind === 'plan' ? planStore(context.database) : collectionStore(context.database)
    await store.accept(id, by, reason)
    return { state: 'agreed', summary: acceptance }
  })
}
