import type { FieldChange, WriteOutcome } from '../sources/source.ts'

/**
 * What a repeated write really came to. A change tried before an interruption that now finds its
 * own value in place was written then: it is applied, not moved.
 */
export function settleRepeated(
  change: FieldChange & { readonly tried: boolean },
  outcome: WriteOutcome,
): WriteOutcome & { readonly confirmedLater: boolean } {
  const isOurs =
    change.tried &&
    outcome.kind === 'moved' &&
    outcome.found !== null &&
    outcome.found.tag === change.to &&
    outcome.found.inventoryNumber === change.inventoryNumber
  return isOurs ? { kind: 'applied', confirmedLater: true } : { ...outcome, confirmedLater: false }
}
