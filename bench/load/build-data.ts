import { peopleStore } from '../../src/access/people/store.ts'
import { tokenStore } from '../../src/access/tokens/store.ts'
import type { Database } from '../../src/db/database.ts'
import { countStore } from '../../src/inventory/count/store.ts'
import { daysBetween } from '../../src/inventory/field/heard.ts'
import { matchDay } from '../../src/inventory/link/match-day.task.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { machineStore } from '../../src/inventory/machine/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { retentionStore } from '../../src/inventory/retention/store.ts'
import { placeOrganisations } from '../../src/inventory/site/place-organisations.task.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { recordRun } from '../../src/jobs/record-run.ts'
import type { Day } from '../../src/lib/day.ts'
import { SILENT } from '../../src/lib/progress.ts'
import { DEFAULT_CHECK_POLICY } from '../../src/reconcile/checks/check-policy.ts'
import { DEFAULT_ROLES, sourcesInPlay } from '../../src/reconcile/checks/fleet-roles.ts'
import { checkMachines } from '../../src/reconcile/findings/check-machines.task.ts'
import { findingStore } from '../../src/reconcile/findings/store.ts'
import { calendarDay, collectInto, type Installation } from '../history/collect.ts'
import { memoryFeeds } from '../history/feeds.ts'
import { fleetOn } from '../history/fleet/fleet-day.ts'
import { SOURCE_NAMES } from '../history/truth.ts'
import { FIGURE_SOURCES } from './routes.ts'

/** Days that are collected, counted back from the last. */
const COLLECTED = [40, 7, 1, 0]
const FIRST_DAY = calendarDay(0)
const RUN = { actor: 'bench', host: 'bench', pid: 1, version: '0', cause: 'person' } as const
const SETTINGS = { policy: DEFAULT_CHECK_POLICY, severities: {}, off: [] }

/** Fills an installation: machines of two vendors on some days, what disagrees, figures, anomalies, runs. */
export async function buildData(into: Installation, today: Day, devices: number): Promise<void> {
  const { database } = into
  const last = daysBetween(FIRST_DAY, today)
  for (const back of COLLECTED) {
    const day = calendarDay(last - back)
    await collectInto(into, day, memoryFeeds(fleetOn(devices, last - back), { seconds: 0 }))
    await placeOrganisations(siteStore(database), day, ['ninjaone'])
    await matchDay(linkStore(database), day, DEFAULT_MATCH_OPTIONS)
    await countStore(database).count([day])
    await database.pool.query('vacuum (analyze)')
    console.error(`${day}: ${devices} machines of ${SOURCE_NAMES.length} sources`)
  }
  await retentionStore(database).closeMonths(today)
  await findWhatDisagrees(database, today)
  for (const statement of FIGURES) await database.pool.query(statement, [today, FIGURE_SOURCES])
  await database.pool.query(RUNS)
  await database.pool.query('vacuum (analyze)')
}

async function findWhatDisagrees(database: Database, day: Day): Promise<void> {
  const run = { ...RUN, task: 'reconcile' } as const
  const { summary } = await recordRun({ database, progress: SILENT, run }, async ({ id }) => ({
    state: 'differences',
    summary: await checkMachines(
      {
        ...{ runId: id, machines: machineStore(database), findings: findingStore(database) },
        ...{ sources: sourcesInPlay(SOURCE_NAMES, DEFAULT_ROLES), settings: SETTINGS },
        otherLooks: [],
      },
      { day, today: day },
    ),
  }))
  console.error(`${JSON.stringify(summary.findings)} findings`)
}

/** Two years of one metric for each source of figures, and some days of each that are odd. */
const FIGURES = [
  `insert into event_source (name)
   select 'pos-' || nth from generate_series(0, $2::int - 1) nth where $1::date is not null`,
  `insert into metric (source_id, name)
   select id, 'sold' from event_source where $1::date is not null and $2::int > 0`,
  `insert into metric_day (metric_id, day, sum, count, min, max, subjects)
   select m.id, $1::date - back, 1000 + 100 * (back % 7) + (m.id * 7919 + back * 104729) % 90, 40, 1, 60, 12
   from metric m
   cross join generate_series(0, 729) back
   where $2::int > 0`,
  `insert into anomaly (source, metric, aggregate, day, method, value, expected, score, direction, why, run_id, found_at)
   select s.name, 'sold', 'sum', $1::date - 30 * nth, 'rolling-z', 2000, 1200, null, 'high',
     jsonb_build_object('kind', 'constant-history-changed', 'constant', 1200, 'days', 56),
     (select max(id) from run), now()
   from event_source s
   cross join generate_series(0, 19) nth
   where $2::int > 0`,
]

const RUNS = `
  insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at, summary)
  select 'recompute', 'agreed', 'schedule', 'schedule', 'bench', 1, '0', now() - nth * interval '1 hour',
    now() - nth * interval '1 hour' + interval '20 seconds', '{}'
  from generate_series(1, 5000) nth`

/** A secret by which requests are let in that only read. */
export async function readingToken(database: Database): Promise<string> {
  const now = new Date()
  await peopleStore(database).createFirst(now)
  const { id: personId } = await peopleStore(database).getByName('admin')
  const asked = { name: 'bench', permissions: ['read'], sites: null, expiresInDays: 1 } as const
  const maker = { personId, permissions: ['read'], sites: null } as const
  const { secret } = await tokenStore(database).make(asked, maker, { by: 'bench', at: now })
  return secret
}
