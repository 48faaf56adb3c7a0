import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../src/db/database.ts'

/** An instant in Muster's life: just before it keeps this row in its own database. */
export interface Instant {
  readonly table: string
  readonly on: 'insert' | 'update'
  /** Which row, as SQL on `new`. */
  readonly when: string
}

/** Whoever comes to an instant waits there; once it is open they pass one by one, first come first. */
export interface Stall {
  /** Resolves once somebody waits, or so many do. */
  reached(count?: number): Promise<void>
  /** Lets everybody pass from now on. */
  open(): Promise<void>
  /** Breaks off whoever waits, as the server does with a client that is gone; then opens. */
  breakOff(): Promise<void>
}

/** Makes Muster wait at an instant, so that it can be killed exactly there. */
export async function stallAt({ pool }: Database, { table, on, when }: Instant): Promise<Stall> {
  const key = randomInt(2 ** 31)
  const name = `stall_${key}`
  const holder = await pool.connect()
  await holder.query(`
    select pg_advisory_lock(${key});
    create function ${name}() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(${key});
      return new;
    end
    $$;
    create trigger ${name} before ${on} on ${table}
      for each row when (${when}) execute function ${name}();`)
  const waiting = async () => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and objid = ${key} and not granted`,
    )
    return rows
  }
  const open = async () => {
    await holder.query(`select pg_advisory_unlock(${key})`)
    await holder.query(`drop function ${name} cascade`) // waits for whoever passes
    holder.release()
  }
  return {
    async reached(count = 1) {
      while ((await waiting()).length < count) await sleep(2)
    },
    open,
    async breakOff() {
      for (const { pid } of await waiting()) {
        await holder.query('select pg_terminate_backend($1, 10000)', [pid])
      }
      await open()
    },
  }
}
