import type { DeviceRecord } from '../../lib/device-record.ts'
import { isOneOf } from '../../lib/word-list.ts'
import type { BillableRule, DeviceClass } from './classification.ts'
import type { BillingRule, FleetPolicy } from './fleet-policy.ts'
import { isNodeClass } from './node-class.ts'

/** What of a machine its billing looks at. */
export interface BilledMachine
  extends Pick<DeviceRecord, 'organisation' | 'nodeClass' | 'role' | 'tags'> {
  readonly class: DeviceClass
  readonly isSpare: boolean
}

/** Whether a machine is billed: when it is not spare, unless rules of its organisation say otherwise. */
export function billing(
  machine: BilledMachine,
  policy: FleetPolicy,
): { isBillable: boolean; billableRule: BillableRule } {
  const rules = policy.billing.filter((rule) => concerns(rule, machine.organisation))
  const billsSpares = rules.some((rule) => rule.billsSpares)
  if (machine.isSpare && !billsSpares) return { isBillable: false, billableRule: 'spare' }
  for (const rule of rules) {
    const exclusion = exclusionBy(rule, machine)
    if (exclusion) return { isBillable: false, billableRule: exclusion }
  }
  return { isBillable: true, billableRule: machine.isSpare ? 'spares-billed' : 'not-spare' }
}

function concerns(
  { organisation: wanted }: BillingRule,
  found: BilledMachine['organisation'],
): boolean {
  if (wanted === '*') return true
  if (found === null) return false
  if (wanted === found.key) return true
  return isOneOf([wanted], found.name ?? '')
}

function exclusionBy(rule: BillingRule, machine: BilledMachine): BillableRule | null {
  const { excludedClasses = [], excludedRoles = [], excludedTags = [] } = rule
  if (rule.isInternal) return 'internal-organisation'
  const isExcludedClass =
    isOneOf(excludedClasses, machine.class) || isNodeClass(machine.nodeClass ?? '', excludedClasses)
  if (isExcludedClass) return 'excluded-class'
  if (isOneOf(excludedRoles, machine.role ?? '')) return 'excluded-role'
  return machine.tags.some((tag) => isOneOf(excludedTags, tag)) ? 'excluded-tag' : null
}
