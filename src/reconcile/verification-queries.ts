import { sql } from 'kysely'

/** A later look at what a plan applied: how many stand, and those that do not. A run that is tried again looks anew. */
export function insertVerification(
  whose: { planId: number; runId: number },
  standings: Readonly<Record<string, number>>,
) {
  return sql`
    insert into plan_verification (plan_id, run_id, standings)
    values (${whose.planId}, ${whose.runId}, ${JSON.stringify(standings)}::jsonb)
    on conflict (plan_id, run_id) do update
    set standings = excluded.standings, at = excluded.at`
}

/** A change that was found not to stand as written. */
export interface Departure {
  readonly n: number
  readonly kind: 'reverted' | 'changed' | 'merged' | 'gone' | 'unreadable'
  readonly found: string | null
  /** The key a merged computer lives on under. */
  readonly foundRecordKey: string | null
}

/** What a try before found. */
export function deleteDepartures({ planId, runId }: { planId: number; runId: number }) {
  return sql`delete from verification where plan_id = ${planId} and run_id = ${runId}`
}

export function insertDepartures(
  whose: { planId: number; runId: number },
  departures: readonly Departure[],
) {
  return sql`
    insert into verification (run_id, plan_id, n, kind, found_value, found_record_key)
    select ${whose.runId}::bigint, ${whose.planId}::bigint, n, kind, found, "foundRecordKey"
    from jsonb_to_recordset(${JSON.stringify(departures)}::jsonb) as d (
      n integer, kind text, found text, "foundRecordKey" text)`
}

/** When a plan was last looked back at, and how its changes stood then. */
export interface VerificationHead {
  readonly runId: number
  readonly at: Date
  readonly standings: Readonly<Record<string, number>>
}

export function latestVerification(planId: number) {
  return sql<VerificationHead>`
    select run_id as "runId", at, standings
    from plan_verification
    where plan_id = ${planId}
    order by run_id desc
    limit 1`
}

export function departuresOf(whose: { planId: number; runId: number }) {
  return sql<Departure>`
    select n, kind, found_value as found, found_record_key as "foundRecordKey"
    from verification
    where plan_id = ${whose.planId} and run_id = ${whose.runId}
    order by n`
}
