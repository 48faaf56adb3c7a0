import type { World } from '../world.ts'

/** NinjaOne's id of an installation's record; ascends with the installation. */
export function ninjaoneId({ dice }: World, installation: number): number {
  return 1000 + installation * 3 + (dice('id-gap', installation) % 3)
}

/** NinjaOne's `uid` of the same. */
export function ninjaoneUid({ dice }: World, installation: number): string {
  return guid(hex(dice('identity', installation)), installation)
}

/** ThreatLocker's id of an installation's record. */
export function computerId({ dice }: World, installation: number): string {
  return guid(hex(dice('identity', installation, 1)), installation)
}

/** NinjaOne's id of the organisation at a place of the list. */
export function organizationId(place: number): number {
  return 5 + 2 * place
}

/** NinjaOne's id of an organisation's nth location; an organisation has fewer than ten. */
export function locationId(place: number, nth: number): number {
  return organizationId(place) * 10 + 1 + nth
}

/** ThreatLocker's id of the organisation at a place of the list. */
export function tenantId(place: number): string {
  return guid('cccc0000', place + 1)
}

/** ThreatLocker's id of a tenant's nth computer group. */
export function groupId(place: number, nth: number): string {
  return guid('bbbb0000', (place + 1) * 10 + nth)
}

/** In the shape of a random one; the number alone makes it unique among those that begin alike. */
function guid(start: string, number: number): string {
  return `${start}-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function hex(roll: number): string {
  return roll.toString(16).padStart(8, '0')
}
