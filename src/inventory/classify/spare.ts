import type { DeviceRecord } from '../../lib/device-record.ts'
import type { SpareRule } from './classification.ts'
import type { FleetPolicy } from './fleet-policy.ts'
import { isNodeClass } from './node-class.ts'

/** What makes a machine a spare; null when it is in use. */
export function spareRule(
  {
    displayName,
    location,
    nodeClass,
  }: Pick<DeviceRecord, 'displayName' | 'location' | 'nodeClass'>,
  { spareWords, guestNodeClasses }: FleetPolicy,
): SpareRule | null {
  if (containsAny(displayName, spareWords)) return 'display-name'
  if (containsAny(location?.name ?? null, spareWords)) return 'location'
  if (nodeClass !== null && isNodeClass(nodeClass, guestNodeClasses)) return 'node-class'
  return null
}

function containsAny(text: string | null, words: readonly string[]): boolean {
  if (text === null) return false
  const found = text.toLowerCase()
  return words.some((word) => word !== '' && found.includes(word.toLowerCase()))
}
