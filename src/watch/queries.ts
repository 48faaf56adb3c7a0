import { sql } from 'kysely'
import type { Channel } from './alert-settings.ts'
import type { Concern } from './concern.ts'
import type { KnownConcern } from './concern-shift.ts'

/** Concerns that stand. */
export function standingConcerns() {
  return sql<KnownConcern>`
    select id, key, past_at as "pastAt"
    from concern
    where over_at is null`
}

/** Since when each concern has stood. */
export function standingSince() {
  return sql<{ key: string; since: Date }>`
    select key, since
    from concern
    where over_at is null`
}

/** Keeps concerns that are new. */
export function insertConcerns(concerns: readonly Concern[], at: Date) {
  return sql`
    insert into concern (key, kind, details, since, past_at)
    select key, kind, details, ${at}, "pastAt"
    from ${listed(concerns)}`
}

/** Keeps what concerns that stand have become. */
export function refreshConcerns(concerns: readonly Concern[]) {
  return sql`
    update concern c
    set details = listed.details, past_at = listed."pastAt"
    from ${listed(concerns)}
    where c.key = listed.key and c.over_at is null`
}

function listed(concerns: readonly Concern[]) {
  return sql`
    jsonb_to_recordset(${JSON.stringify(concerns)}::jsonb)
      as listed (key text, kind text, details jsonb, "pastAt" timestamptz)`
}

export function endConcerns(ids: readonly number[], because: 'mended' | 'past', at: Date) {
  return sql`
    update concern
    set over_at = ${at}, over_because = ${because}
    where id = any(${ids}::bigint[]) and over_at is null`
}

/** Has each channel told of every concern that stands, once. */
export function noteBegun(channels: readonly Channel[]) {
  return sql`
    insert into concern_news (concern_id, channel, news)
    select c.id, channel.name, 'begun'
    from concern c
    cross join unnest(${channels}::text[]) channel (name)
    where c.over_at is null
    on conflict do nothing`
}

/** Has each channel that was to be told of concerns told that they are over. */
export function noteOver(ids: readonly number[]) {
  return sql`
    insert into concern_news (concern_id, channel, news)
    select concern_id, channel, 'over'
    from concern_news
    where concern_id = any(${ids}::bigint[]) and news = 'begun'
    on conflict do nothing`
}

/** A concern of which a channel has not been told all. */
export interface UntoldConcern extends Pick<Concern, 'key'> {
  readonly id: number
  readonly kind: Concern['kind']
  readonly details: unknown
  readonly since: Date
  /** When it was mended; null while it stands, or where it went by itself. */
  readonly overAt: Date | null
}

export function untoldConcerns(channel: Channel) {
  return sql<UntoldConcern>`
    select c.id, c.key, c.kind, c.details, c.since,
      case when c.over_because = 'mended' then c.over_at end as "overAt"
    from concern c
    where exists (
      select from concern_news n
      where n.concern_id = c.id and n.channel = ${channel} and n.told_at is null)
    order by c.id`
}

/** Deliveries whose process died: only who has the lane of alerts for itself may say so. */
export function doubtUnended() {
  return sql`update alert_delivery set state = 'in-doubt' where state = 'sending'`
}

/** A digest that is about to be sent. */
export interface NewDelivery {
  readonly channel: Channel
  readonly runId: number
  readonly at: Date
  readonly concerns: readonly number[]
}

export function insertDelivery({ channel, runId, at, concerns }: NewDelivery) {
  return sql<{ id: number }>`
    insert into alert_delivery (channel, run_id, begun_at, state, news)
    values (${channel}, ${runId}, ${at}, 'sending', ${concerns.length})
    returning id`
}

/** Says which delivery bears what is untold. */
export function claimNews(delivery: number, { channel, concerns }: NewDelivery) {
  return sql`
    update concern_news
    set delivery_id = ${delivery}
    where channel = ${channel} and concern_id = any(${concerns}::bigint[]) and told_at is null`
}

export function endDelivery(id: number, at: Date, error: object | null) {
  return sql`
    update alert_delivery
    set state = ${error === null ? 'sent' : 'failed'}, ended_at = ${at},
      error = ${error === null ? null : JSON.stringify(error)}::jsonb
    where id = ${id}`
}

export function setTold(delivery: number, at: Date) {
  return sql`
    update concern_news
    set told_at = ${at}
    where delivery_id = ${delivery} and told_at is null`
}

/** How many concerns of a kind stand. */
export function countStanding() {
  return sql<{ kind: Concern['kind']; count: number }>`
    select kind, count(*) as count
    from concern
    where over_at is null
    group by kind`
}

/** How many deliveries of a channel ended in what way. */
export function countDeliveries() {
  return sql<{ channel: Channel; state: string; count: number }>`
    select channel, state, count(*) as count
    from alert_delivery
    where state <> 'sending'
    group by channel, state`
}
