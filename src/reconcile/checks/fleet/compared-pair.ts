import type { Machine, MachineRecord } from '../../../inventory/machine/machine.ts'
import type { FleetLook } from '../check.ts'
import type { Disagreement } from '../finding-draft.ts'
import type { Scope } from '../scope.ts'
import { machineDisagreement } from './machine-disagreement.ts'
import { latestOf } from './recency.ts'

export type Pair = readonly [MachineRecord, MachineRecord]

/** The most recent record of each of the two sources of a scope; null where either does not list it. */
export function comparedPair(machine: Machine, scope: Scope): Pair | null {
  const [first = '', second = ''] = scope
  const one = latestOf(machine, [first])
  const other = one && latestOf(machine, [second])
  return one && other && [one, other]
}

/** That two records say different things of one matter: `matter`, by source. */
export function differing(
  [machine, look]: readonly [Machine, FleetLook],
  pair: Pair,
  matters: Readonly<Record<string, (record: MachineRecord) => string | null>>,
): Disagreement {
  const adds = Object.entries(matters).map(([matter, of]) => [
    matter,
    Object.fromEntries(pair.map((record) => [record.source, of(record)])),
  ])
  return machineDisagreement(machine, look, { records: pair, adds: Object.fromEntries(adds) })
}
