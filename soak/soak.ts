import { loadavg } from 'node:os'
import { join } from 'node:path'
import { circumstancesOf, postgresVersion } from '../bench/report/circumstances.ts'
import { breachesOf } from '../drill/invariants/invariants.ts'
import { addDays, type Day } from '../src/lib/day.ts'
import { FIRST_DAY, type Installation, openInstallation, RETENTION } from './installation.ts'
import { catalogBytes, databaseSize, folderBytes, tableSizes } from './measure/database-size.ts'
import { memoryGauge } from './measure/memory.ts'
import type { SoakOptions } from './options.ts'
import { judge, judgedMonths } from './report/flatness.ts'
import { tableGrowth } from './report/growth.ts'
import { LIMITS } from './report/limits.ts'
import { monthOf, type SoakedDay, type SoakedMonth } from './report/months.ts'
import type { SoakReport } from './report/report.ts'
import { runDay } from './run-day.ts'

/** Told of every day and every month that is over. */
export interface Listener {
  /** Aborted when somebody wants it to end with the day it is at. */
  readonly signal: AbortSignal
  day(day: SoakedDay): void
  month(month: SoakedMonth): void
}

/** Lets one Muster live through the days asked for, and measures it. Throws what keeps a good day from its end. */
export async function soak(options: SoakOptions, listener: Listener): Promise<SoakReport> {
  const loads = loadavg()
  const installation = await openInstallation(options)
  try {
    const months = await liveThrough(installation, options, listener)
    const { database } = installation.app
    const breaches = await breachesOf({ database, ocs: null }, 'settled')
    const { rows } = await database.pool.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const judging = judgedMonths(months)
    const { days, devices, seed } = options
    return {
      ...circumstancesOf({
        command: `npm run soak -- --days ${days} --devices ${devices} --seed ${seed}`,
        versions: postgresVersion({ version: rows[0]?.version ?? '', isOwn: true }),
        loads,
      }),
      ...{ days, devices, seed, months, breaches, retention: RETENTION },
      isWhole: !listener.signal.aborted,
      digests: installation.digests(),
      judgedSpan: spanOf(judging),
      judged: judge(judging, LIMITS),
      growth: tableGrowth(judging.length > 0 ? judging : months),
    }
  } finally {
    await installation.close()
  }
}

async function liveThrough(
  installation: Installation,
  { days }: SoakOptions,
  listener: Listener,
): Promise<SoakedMonth[]> {
  const { app, folder } = installation
  const measureMemory = memoryGauge()
  const months: SoakedMonth[] = []
  let soaked: SoakedDay[] = []
  for (let at = 0; at < days && !listener.signal.aborted; at += 1) {
    const day = addDays(FIRST_DAY, at)
    const bad = await installation.liveUntil(day)
    if (bad !== 'not-run') {
      const times = await runDay(installation, day, bad)
      const memory = measureMemory()
      const whole = { ...times, day, memory, database: await databaseSize(app.database) }
      soaked.push(whole)
      listener.day(whole)
    }
    const isOver = at === days - 1 || isLastOfMonth(day) || listener.signal.aborted
    if (isOver && soaked.length > 0) {
      const end = {
        tables: await tableSizes(app.database),
        catalogBytes: await catalogBytes(app.database),
        reportBytes: await folderBytes(join(folder, 'reports')),
      }
      const month = monthOf(soaked, end)
      months.push(month)
      soaked = []
      listener.month(month)
    }
  }
  return months
}

function isLastOfMonth(day: Day): boolean {
  return addDays(day, 1).endsWith('-01')
}

function spanOf(months: readonly SoakedMonth[]): SoakReport['judgedSpan'] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  return { first: first.month.slice(0, 7), last: last.month.slice(0, 7) }
}
