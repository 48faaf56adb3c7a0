import { sql } from 'kysely'
import type { KnownPlaces } from './known-places.ts'

/** A name that kept records have, and what of. */
export interface PlaceName {
  readonly kind: keyof KnownPlaces
  readonly name: string
}

/** Every place that any kept record of a machine ever was at. */
export function placeNames() {
  return sql<PlaceName>`
    with said as (
      select distinct r.source, v.organisation_key, v.organisation_name, v.location_name
      from record_version v
      join record r on r.id = v.record_id
      where r.is_machine)
    select 'sites' as kind, s.name
    from said
    join site_alias a on a.source = said.source and a.organisation_key = said.organisation_key
    join site s on s.id = a.site_id
    union
    select 'organisations', organisation_name
    from said
    where organisation_name is not null
    union
    select 'keys', organisation_key
    from said
    where organisation_key is not null
    union
    select 'locations', location_name
    from said
    where location_name is not null
    order by kind, name`
}
