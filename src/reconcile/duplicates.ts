import type { OcsComputer } from '../sources/ocs/computer.ts'

/** Computers that share one inventory number, the likely live one first. */
export interface DuplicateGroup {
  readonly inventoryNumber: string
  readonly computers: readonly OcsComputer[]
}

/** The groups of two and more, by number; each newest last contact first, then highest `HARDWARE_ID`. */
export function duplicateGroups(
  computers: Iterable<OcsComputer>,
  numberOf: (computer: OcsComputer) => string | null,
): Map<string, DuplicateGroup> {
  const byNumber = Map.groupBy(computers, numberOf)
  const groups = new Map<string, DuplicateGroup>()
  for (const [inventoryNumber, sharing] of byNumber) {
    if (inventoryNumber === null || sharing.length < 2) continue
    groups.set(inventoryNumber, { inventoryNumber, computers: sharing.toSorted(newestFirst) })
  }
  return groups
}

function newestFirst(one: OcsComputer, other: OcsComputer): number {
  const [a, b] = [one.lastContact ?? '', other.lastContact ?? '']
  if (a !== b) return a < b ? 1 : -1
  return other.hardwareId - one.hardwareId
}
