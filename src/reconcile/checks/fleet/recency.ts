import type { Machine, MachineRecord } from '../../../inventory/machine/machine.ts'

/**
 * Orders records: most recently in contact first, those never heard of last; of equal ones the one
 * that has been listed so for the shortest time, then the highest id. A total order.
 */
function byRecency(one: MachineRecord, other: MachineRecord): number {
  const contact = heard(other) - heard(one)
  if (contact !== 0 && !Number.isNaN(contact)) return contact
  if (one.since !== other.since) return one.since < other.since ? 1 : -1
  return other.recordId - one.recordId
}

/** What some sources say of a machine, the most recent first. */
export function recordsOf({ records }: Machine, sources: readonly string[]): MachineRecord[] {
  return records.filter(({ source }) => sources.includes(source)).sort(byRecency)
}

/** The most recent of what some sources say of a machine; null when they do not list it. */
export function latestOf({ records }: Machine, sources: readonly string[]): MachineRecord | null {
  let latest: MachineRecord | null = null
  for (const record of records) {
    if (!sources.includes(record.source)) continue
    if (latest === null || byRecency(record, latest) < 0) latest = record
  }
  return latest
}

/** The difference of two that were never heard of is not a number. */
function heard({ lastContact }: MachineRecord): number {
  return lastContact?.getTime() ?? Number.NEGATIVE_INFINITY
}
