import { inSql } from './invariant.ts'

const PARTS = `
  select format('upload %s: %s of %s refused rows, %s of %s conflicts, %s pieces up to number %s', u.id,
    r.count, u.rejected, c.count, u.conflicts, p.count, p.last) as breach
  from upload u
  cross join lateral (select count(*) from event_rejection where upload_id = u.id) r
  cross join lateral (select count(*) from event_conflict where upload_id = u.id) c
  cross join lateral (select count(*), max(n) as last from upload_chunk where upload_id = u.id) p
  where r.count <> u.rejected or c.count <> u.conflicts or p.count = 0 or p.last <> p.count`

const EVENTS = `
  select format('%s events, and uploads that inserted %s', kept, inserted) as breach
  from (
    select (select count(*) from event) as kept,
      (select coalesce(sum(inserted), 0) from upload) as inserted) counted
  where kept <> inserted`

const OF_NOTHING = `
  select format('%s events of upload %s, which is not there', count(*), upload_id) as breach
  from event e
  where not exists (select from upload u where u.id = e.upload_id)
  group by upload_id`

const TWICE = `
  select format('one file of source %s was taken in %s times', source_id, count(*)) as breach
  from upload
  group by source_id, file_hash, reading_hash
  having count(*) > 1`

export const ingest = inSql(
  {
    name: 'ingest',
    states: 'a file of events is there whole, with all that was said of its rows, or not at all',
    holds: 'always',
  },
  [PARTS, EVENTS, OF_NOTHING, TWICE],
)
