import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/*
 * A table of intervals says of each record what held from a day until a day. A day is taken in from
 * a temporary table `staged` (record_id, content_hash, attributes) with all that holds on it. The day
 * speaks for itself and for the days after it up to the next one known: `until`.
 */

/** A day on its way into a table of intervals. */
export interface IntervalDay {
  readonly table: 'record_version' | 'device_link'
  /** The records the day speaks of: those of one source, or all. */
  readonly source: string | null
  readonly day: Day
  /** Null when no later day is known. */
  readonly until: Day | null
}

/** Where the day says otherwise than the table: what stands there, and what is said. */
export function createDiffering(of: IntervalDay) {
  const scope =
    of.source === null
      ? sql``
      : sql`join record r on r.id = v.record_id and r.source = ${of.source}`
  return sql`
    create temporary table differing as
    select coalesce(s.record_id, v.record_id) as record_id, v.valid_from as standing_from,
      v.valid_to as standing_to, s.content_hash as said, s.attributes is not null as is_told
    from staged s
    full join (
      select v.record_id, v.valid_from, v.valid_to, v.content_hash
      from ${tableOf(of)} v
      ${scope}
      where v.valid_from <= ${of.day}::date and v.valid_to > ${of.day}::date) v
      using (record_id)
    where s.content_hash is distinct from v.content_hash`
}

/** What the day comes to. `untold`: rows said to be as they stood, which do not stand so any more. */
export function countDiffering() {
  return sql<DayShift & { untold: number }>`
    select count(*) filter (where standing_from is null) as opened,
      count(*) filter (where standing_from is not null and said is not null) as changed,
      count(*) filter (where said is null) as closed,
      (select count(*) from staged) - count(*) filter (where said is not null) as unchanged,
      count(*) filter (where said is not null and not is_told) as untold
    from differing`
}

/** What one day came to, in records. */
export interface DayShift {
  readonly opened: number
  readonly changed: number
  readonly closed: number
  readonly unchanged: number
}

/** What stood across the day and goes on after it. */
export function createTails(of: IntervalDay) {
  return sql`
    create temporary table tail as
    select v.*
    from ${tableOf(of)} v
    join differing d on d.record_id = v.record_id and d.standing_from = v.valid_from
    where v.valid_to > ${untilOf(of)}`
}

export function cutStanding(of: IntervalDay) {
  return sql`
    update ${tableOf(of)} v
    set valid_to = ${of.day}::date
    from differing d
    where d.record_id = v.record_id and d.standing_from = v.valid_from
      and v.valid_from < ${of.day}::date`
}

export function dropStanding(of: IntervalDay) {
  return sql`
    delete from ${tableOf(of)} v
    using differing d
    where d.record_id = v.record_id and d.standing_from = v.valid_from
      and v.valid_from = ${of.day}::date`
}

export function restoreTails(of: IntervalDay) {
  return sql`
    insert into ${tableOf(of)}
    select again.*
    from tail
    cross join lateral jsonb_populate_record(
      null::${tableOf(of)}, to_jsonb(tail) || jsonb_build_object('valid_from', ${untilOf(of)})) again`
}

/** What said the same just before goes on through the day: an earlier try of it had ended it. */
export function prolongBefore(of: IntervalDay) {
  return sql`
    update ${tableOf(of)} v
    set valid_to = ${untilOf(of)}
    from differing d
    where d.record_id = v.record_id and v.valid_to = ${of.day}::date and v.content_hash = d.said`
}

/** Where what was prolonged meets the same again, the two are one. */
export function createMeeting(of: IntervalDay) {
  return sql`
    create temporary table meeting as
    select before.record_id, before.valid_from, after.valid_from as joined_from, after.valid_to
    from differing d
    join ${tableOf(of)} before on before.record_id = d.record_id
      and before.valid_to = ${untilOf(of)} and before.content_hash = d.said
    join ${tableOf(of)} after on after.record_id = d.record_id
      and after.valid_from = ${untilOf(of)} and after.content_hash = d.said`
}

export function dropJoined(of: IntervalDay) {
  return sql`
    delete from ${tableOf(of)} v
    using meeting m
    where v.record_id = m.record_id and v.valid_from = m.joined_from`
}

export function prolongMeeting(of: IntervalDay) {
  return sql`
    update ${tableOf(of)} v
    set valid_to = m.valid_to
    from meeting m
    where v.record_id = m.record_id and v.valid_from = m.valid_from`
}

/** What says the same from the next known day on begins on this one. */
export function beginEarlier(of: IntervalDay) {
  return sql`
    update ${tableOf(of)} v
    set valid_from = ${of.day}::date
    from differing d
    where d.record_id = v.record_id and v.valid_from = ${untilOf(of)} and v.content_hash = d.said
      and not exists (
        select from ${tableOf(of)} p
        where p.record_id = v.record_id and p.valid_from <= ${of.day}::date
          and p.valid_to > ${of.day}::date)`
}

/** Opens an interval for what the day says and nothing says yet. */
export function openIntervals(of: IntervalDay) {
  const { day, until } = of
  return sql`
    insert into ${tableOf(of)}
    select told.*
    from staged s
    join differing d using (record_id)
    cross join lateral jsonb_populate_record(
      null::${tableOf(of)},
      s.attributes || jsonb_build_object(
        'record_id', s.record_id, 'valid_from', ${day}::text, 'valid_to', ${until ?? 'infinity'}::text,
        'content_hash', s.content_hash::text)) told
    where not exists (select from covered c where c.record_id = s.record_id)`
}

/** What something holds of on the day by now. Apart, so that no table is read while it is filled. */
export function createCovered(of: IntervalDay) {
  return sql`
    create temporary table covered as
    select d.record_id
    from differing d
    join ${tableOf(of)} v on v.record_id = d.record_id
    where v.valid_from <= ${of.day}::date and v.valid_to > ${of.day}::date`
}

export function dropTemporary() {
  return sql`drop table if exists differing, tail, meeting, covered`
}

function tableOf({ table }: IntervalDay) {
  return sql.table(table)
}

function untilOf({ until }: IntervalDay) {
  return sql`${until ?? 'infinity'}::date`
}
