import type { DeviceQuery } from '../../api/use-devices.ts'
import type { Filters } from '../../ui/use-filters.ts'

/** As the address names what is at no site. */
export const NO_SITE = '∅'

const KINDS = ['server', 'workstation', 'other', 'spare'] as const
const SORTS = ['name', 'site', 'source', 'last-contact'] as const

/** What the server is asked for the filters of an address; what it does not know is left out. */
export function devicesQuery(filters: Filters): DeviceQuery {
  const { source, site, text, asOf, billable, distinct } = filters
  const kind = kindOf(filters)
  const sort = SORTS.find((each) => each === filters.sort)
  return {
    ...(source ? { source } : {}),
    ...(site === NO_SITE ? { noSite: true } : site ? { site } : {}),
    ...(text ? { text } : {}),
    ...(asOf ? { asOf } : {}),
    ...(billable === 'true' || billable === 'false' ? { billable: billable === 'true' } : {}),
    ...(distinct === 'true' ? { distinct: true } : {}),
    ...(kind ? { kind } : {}),
    ...(sort ? { sort } : {}),
  }
}

/** Spares are of no other kind, so that `spare=true` outweighs a class. */
function kindOf({ spare, class: named }: Filters) {
  return spare === 'true' ? 'spare' : KINDS.find((each) => each === named)
}
