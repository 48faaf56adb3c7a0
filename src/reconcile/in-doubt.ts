import type { OcsComputer } from '../sources/ocs/computer.ts'
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

/**
 * What an interrupted try came to, told from the row as it is now (undefined: it is gone), when
 * nobody will try again.
 */
export function settleAbandoned(
  change: FieldChange,
  computer: OcsComputer | undefined,
): WriteOutcome & { readonly confirmedLater: boolean } {
  if (!computer) return { kind: 'moved', found: null, confirmedLater: false }
  const { tag, inventoryNumber } = computer
  if (inventoryNumber === change.inventoryNumber) {
    if (tag === change.to) return { kind: 'applied', confirmedLater: true }
    if (tag === change.from) {
      return { kind: 'failed', reason: 'not-written', confirmedLater: true }
    }
  }
  return { kind: 'moved', found: { tag, inventoryNumber }, confirmedLater: true }
}
