import type { Wire } from '../../vendors/fleet.ts'
import { dayAt } from '../calendar.ts'
import { JOINS } from '../organisations/happenings.ts'
import { ORGANISATIONS } from '../organisations/organisation-list.ts'
import { JOINED, nameAfter, PROVIDER } from '../organisations/organisations.ts'
import { tenantId } from './identifiers.ts'

/** How many computers a tenant has that are not deleted, and how many of them ever checked in. */
export interface TenantCounts {
  readonly computers: number
  readonly active: number
}

export interface TenantRequest {
  /** Days after the first. */
  readonly day: number
  /** Number of the first day. */
  readonly firstDay: number
  /** By place of the organisation; called when a count is read, for it goes through the fleet. */
  countOf(place: number): TenantCounts
}

/** ThreatLocker's parent organisation. */
export function threatlockerParent(request: TenantRequest): Wire {
  const [parent] = tenants(request).filter(({ place }) => place === PROVIDER)
  if (!parent) throw new RangeError('there is no parent')
  return parent.wire
}

/** ThreatLocker's organisations below the parent. */
export function threatlockerChildren(request: TenantRequest): Wire[] {
  return tenants(request).flatMap(({ place, wire }) => (place === PROVIDER ? [] : [wire]))
}

function tenants(request: TenantRequest) {
  const { day, firstDay, countOf } = request
  return ORGANISATIONS.flatMap((_, place) => {
    const displayName = nameAfter(place, { vendor: 'threatlocker', day })
    if (displayName === null) return []
    const since = dayAt(place === JOINED ? firstDay + JOINS.after : firstDay - 700)
    const wire = {
      organizationId: tenantId(place),
      name: slug(displayName),
      displayName,
      get computerCount() {
        return countOf(place).computers
      },
      get activeCount() {
        return countOf(place).active
      },
      dateAdded: `${since}T09:00:00Z`,
    }
    return [{ place, wire }]
  })
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
