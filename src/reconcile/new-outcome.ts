import type { WriteOutcome } from '../sources/source.ts'
import type { NewOutcome } from './queries.ts'

/** What became of change `n`, in the shape it is kept in. */
export function newOutcome(
  n: number,
  outcome: WriteOutcome & { readonly confirmedLater: boolean },
): NewOutcome {
  const found = outcome.kind === 'moved' ? outcome.found : null
  return {
    n,
    kind: outcome.kind,
    foundValue: found?.value ?? null,
    foundNumber: found?.inventoryNumber ?? null,
    foundGone: outcome.kind === 'moved' && found === null,
    reason: outcome.kind === 'failed' ? outcome.reason : null,
    confirmedLater: outcome.confirmedLater,
  }
}
