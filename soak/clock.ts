import type { Database } from '../src/db/database.ts'

/** A clock that shows another time than ours and runs as fast. */
export interface SimulatedClock {
  now(): Date
  /** How far it is ahead of ours; below zero where it is behind. */
  aheadMs(): number
  /** Shows this instant, unless it shows a later one: it never goes back. */
  turnTo(instant: Date): void
}

/** Starts a clock at an instant. */
export function simulatedClock(first: Date): SimulatedClock {
  let aheadMs = first.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + aheadMs),
    aheadMs: () => aheadMs,
    turnTo: (instant) => {
      aheadMs = Math.max(aheadMs, instant.getTime() - Date.now())
    },
  }
}

/**
 * Prepares an empty database so that its sessions ask us what time it is: `now()` finds ours before PostgreSQL's own.
 * Columns whose default it is are made with it, so this comes before the first migration.
 */
export async function takeOverClock(
  { pool }: Pick<Database, 'pool'>,
  clock: SimulatedClock,
): Promise<void> {
  await pool.query(`do $$ begin
    execute format('alter database %I set search_path = public, pg_catalog', current_database());
  end $$`)
  await turnDatabase({ pool }, clock)
}

/** Lets the database show the time of the clock. */
export async function turnDatabase(
  { pool }: Pick<Database, 'pool'>,
  clock: SimulatedClock,
): Promise<void> {
  const ahead = `make_interval(secs => ${clock.aheadMs() / 1000})`
  await pool.query(`
    create or replace function public.now() returns timestamptz language sql stable parallel safe
    as $$ select pg_catalog.now() + ${ahead} $$;
    create or replace function public.clock_timestamp() returns timestamptz language sql volatile parallel safe
    as $$ select pg_catalog.clock_timestamp() + ${ahead} $$`)
}
