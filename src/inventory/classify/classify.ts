import type { DeviceRecord } from '../../lib/device-record.ts'
import { billing } from './billing.ts'
import type { Classification } from './classification.ts'
import { deviceClass } from './device-class.ts'
import type { FleetPolicy } from './fleet-policy.ts'
import { spareRule } from './spare.ts'

/** What of a record tells what the machine is. */
export type ClassifiedRecord = Pick<
  DeviceRecord,
  'displayName' | 'location' | 'nodeClass' | 'operatingSystem' | 'organisation' | 'role' | 'tags'
>

/** Server, workstation or other; spare or in use; billed or not; each with the rule that says so. */
export function classify(record: ClassifiedRecord, policy: FleetPolicy): Classification {
  const found = deviceClass(record, policy)
  const spare = spareRule(record, policy)
  const isSpare = spare !== null
  const billed = billing({ ...record, class: found.class, isSpare }, policy)
  return { ...found, isSpare, spareRule: spare, ...billed }
}
