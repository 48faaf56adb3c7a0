import type { AuditDetail } from '../access/audit/chain.ts'
import { auditStore } from '../access/audit/store.ts'
import type { JobContext } from './context.ts'

/** Something a person had done, as the audit trail tells it; what came of it is told by the run. */
export interface Deed {
  /** Stable and dotted: `link.decided`. */
  readonly action: string
  /** What it was done to. */
  readonly about: string
  readonly details: Readonly<Record<string, AuditDetail>>
}

/** Adds an entry to the audit trail in the name of who has a task done. */
export function tellTrail(
  { database, who, now }: Pick<JobContext, 'database' | 'who' | 'now'>,
  deed: Deed,
): Promise<void> {
  return auditStore(database).add({ actor: who.actor, ...deed }, now())
}
