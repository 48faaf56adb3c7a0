import { inSql } from './invariant.ts'

/** Two intervals of one thing that share a day, or one that ends before it begins. */
function overlapping(table: string, key: string): string {
  return `
    select format('${table} (%s) from %s overlaps the next, or ends before it begins', ${key}, valid_from) as breach
    from (
      select *, lead(valid_from) over (partition by ${key} order by valid_from, valid_to) as next_from
      from ${table}) i
    where valid_to <= valid_from or next_from < valid_to`
}

/** An organisation has a place, known or unknown, from its first day on. */
const PLACE_HOLES = `
  select format('organisation %s of %s has no place from %s on', organisation_key, source, valid_to) as breach
  from (
    select *, lead(valid_from, 1, 'infinity') over (
      partition by source, organisation_key order by valid_from) as next_from
    from site_alias) a
  where valid_to <> next_from`

/** The history says of a day that was taken in whole as many records as came. */
const RECORD_HOLES = `
  select format('%s on %s: %s records came, the history has %s', source, day, records, known) as breach
  from (
    select distinct on (c.source, c.day) c.source, c.day, c.state, c.history, c.pruned_at, c.records, c.id
    from collection c
    where c.is_machine and c.state <> 'failed' and c.state <> 'held'
    order by c.source, c.day, c.try desc) last
  cross join lateral (
    select count(*) as known from record_on(last.day) r where r.source = last.source) found
  where state = 'complete' and history is not null and pruned_at is null and records <> known`

export const intervals = inSql(
  {
    name: 'intervals',
    states: 'intervals of one thing never overlap, and leave no hole while it was there',
    holds: 'always',
  },
  [
    overlapping('record_version', 'record_id'),
    overlapping('device_link', 'record_id'),
    overlapping('site_alias', "source || ' ' || organisation_key"),
    PLACE_HOLES,
    RECORD_HOLES,
  ],
)
