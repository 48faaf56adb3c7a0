import type { FindingShift } from '../../src/reconcile/findings/look.ts'
import type { FleetDay } from '../history/fleet/fleet-day.ts'
import { keyOf, type Planted, plantedOn } from './fleet/planted-fleet.ts'

/** What a look must come to, by what was planted on its day and on the day looked at before. */
export interface ExpectedLook {
  /** Disagreements that stand, by check. */
  readonly findings: Readonly<Record<string, number>>
  /** By check; those of which nothing came or went are left out. */
  readonly shifts: readonly FindingShift[]
}

/** `before` is null when nothing was looked at yet. */
export function expectedLook(before: FleetDay | null, fleet: FleetDay): ExpectedLook {
  const [was, is] = [before === null ? [] : plantedOn(before), plantedOn(fleet)]
  const findings = countByCheck(is)
  const opened = countByCheck(without(is, was))
  const closed = countByCheck(without(was, is))
  const checks = Object.keys({ ...opened, ...closed }).toSorted()
  const shifts = checks.map((check) => ({
    ...{ check, opened: opened[check] ?? 0, closed: closed[check] ?? 0 },
  }))
  return { findings, shifts }
}

function without(all: readonly Planted[], others: readonly Planted[]): Planted[] {
  const left = new Set(others.map(keyOf))
  return all.filter((each) => !left.has(keyOf(each)))
}

function countByCheck(planted: readonly Planted[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { check } of planted) counts[check] = (counts[check] ?? 0) + 1
  return counts
}
