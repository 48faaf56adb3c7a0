import type { FieldChange, FoundState, WriteOutcome } from '../sources/source.ts'

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
    outcome.found.value === change.to &&
    outcome.found.inventoryNumber === change.inventoryNumber
  return isOurs ? { kind: 'applied', confirmedLater: true } : { ...outcome, confirmedLater: false }
}

/**
 * What an interrupted try came to, told from the record as it is now (null: it is gone), when
 * nobody will try again.
 */
export function settleAbandoned(
  change: FieldChange,
  found: FoundState | null,
): WriteOutcome & { readonly confirmedLater: boolean } {
  if (!found) return { kind: 'moved', found: null, confirmedLater: false }
  if (found.inventoryNumber === change.inventoryNumber) {
    if (found.value === change.to) return { kind: 'applied', confirmedLater: true }
    if (found.value === change.from) {
      return { kind: 'failed', reason: 'not-written', confirmedLater: true }
    }
  }
  return { kind: 'moved', found, confirmedLater: true }
}
