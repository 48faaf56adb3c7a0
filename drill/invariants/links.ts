import { inSql } from './invariant.ts'

const UNLINKED = `
  select format('record %s has %s devices on %s', r.record_id, count(l.device_id), m.day) as breach
  from matched_day m
  cross join lateral record_on(m.day) r
  left join lateral link_on(m.day) l on l.record_id = r.record_id
  where r.is_machine
  group by m.day, r.record_id
  having count(l.device_id) <> 1`

const OF_NOTHING = `
  select format('record %s has a device on %s and is not there', l.record_id, m.day) as breach
  from matched_day m
  cross join lateral link_on(m.day) l
  where not exists (select from record_on(m.day) r where r.record_id = l.record_id)`

/** What is known of a day is matched and counted. */
const UNCOUNTED = `
  select format('%s was taken in, and not matched and counted', day) as breach
  from (select distinct day from machine_day) k
  where not exists (select from matched_day m where m.day = k.day and m.is_counted)`

export const links = inSql(
  {
    name: 'links',
    states:
      'on every day matched each record is of one device, as long as it was there and no longer',
    holds: 'settled',
  },
  [UNLINKED, OF_NOTHING, UNCOUNTED],
)
