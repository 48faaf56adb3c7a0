import type { Wire } from '../../vendors/fleet.ts'
import { ORGANISATIONS } from '../organisations/organisation-list.ts'
import { locationsOf, nameAfter } from '../organisations/organisations.ts'
import { locationId, organizationId } from './identifiers.ts'

/** NinjaOne's organisations so many days after the first, by id. */
export function ninjaoneOrganizations(day: number): Wire[] {
  return ORGANISATIONS.flatMap((_, place) => {
    const name = nameAfter(place, { vendor: 'ninjaone', day })
    const id = organizationId(place)
    return name === null ? [] : [{ id, name, description: '', nodeApprovalMode: 'AUTOMATIC' }]
  })
}

/** NinjaOne's locations so many days after the first, by id. */
export function ninjaoneLocations(day: number): Wire[] {
  return ORGANISATIONS.flatMap((organisation, place) => {
    if (nameAfter(place, { vendor: 'ninjaone', day }) === null) return []
    return locationsOf(organisation).map((name, nth) => ({
      id: locationId(place, nth),
      name,
      address: `${nth + 1} ${organisation.code} Test Way`,
      organizationId: organizationId(place),
    }))
  })
}
