import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openUnshaped } from '../../src/db/database.ts'
import { type StoppableMuster, startStoppable } from '../../test/support/stoppable-muster.ts'
import { breachesOf } from '../invariants/invariants.ts'
import type { Start, World } from './world.ts'

/** A database of its own in a world, to which something is done. */
export interface Trial {
  readonly world: World
  readonly url: string
  /** As an administrator: none of its sessions is Muster's. */
  readonly database: Database
  /** Starts the real command line with `--json`. */
  start(...args: readonly string[]): StoppableMuster
  /** Starts what goes on until it is stopped: `serve` or `work`. */
  serve(command: 'serve' | 'work'): StoppableMuster
  /** How many sessions the processes it started have. */
  sessions(): Promise<number>
  /** Resolves once nobody is at work on it, nor on OCS. */
  quiet(): Promise<void>
  breaches(when: 'always' | 'settled'): Promise<string[]>
}

/** How our own sessions are called. */
const OWN = 'drill'
const QUIET_WITHIN_MS = 60_000
const SESSIONS = `
  select count(*)::integer as n
  from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and application_name <> $1`

/** Lends a trial that begins as told, and leaves nothing of it behind. */
export async function withTrial<T>(
  world: World,
  start: Start | 'empty',
  work: (trial: Trial) => Promise<T>,
): Promise<T> {
  const { postgres, office } = world
  const name = `trial_${process.hrtime.bigint()}`
  const template = start === 'empty' ? 'template1' : `start_${start}`
  await postgres.copy(template, name)
  await office.put(start === 'applied' ? 'after' : 'before')
  const url = postgres.url(name)
  const database = await openUnshaped({ url: `${url}?application_name=${OWN}` })
  try {
    return await work(trialOf(world, url, database))
  } finally {
    await database.close()
    await postgres.ask(`drop database ${name} with (force)`)
  }
}

function trialOf(world: World, url: string, database: Database): Trial {
  const env = { DATABASE_URL: url, ...world.secrets }
  const place = ['--config', world.config]
  const sessions = async () => (await database.pool.query(SESSIONS, [OWN])).rows[0].n
  return {
    ...{ world, url, database, sessions },
    start: (...args) => startStoppable({ env, args: ['--json', ...place, ...args] }),
    serve: (command) => startStoppable({ env, args: [...place, command] }),
    async quiet() {
      const until = Date.now() + QUIET_WITHIN_MS
      while ((await sessions()) > 0) {
        if (Date.now() > until) throw new Error('sessions of a process that is gone stay')
        await sleep(5)
      }
      await world.office.quiet()
    },
    breaches: async (when) => {
      const { before, tags } = world.office
      return breachesOf({ database, ocs: { before, now: await tags() } }, when)
    },
  }
}
