import { qualityStore } from '../../src/analytics/quality/store.ts'
import { analyse } from '../../src/analytics/standing/analysis.ts'
import type { Database } from '../../src/db/database.ts'
import { addDays, type Day } from '../../src/lib/day.ts'
import { weeklyFigures } from './daily-figures.ts'
import { smallInventory } from './small-inventory.ts'

/** Sales of half a year with a planted spike and days on which the shop sent nothing. */
export interface PlantedSales {
  readonly csv: string
  readonly spike: Day
  /** Days without a row. */
  readonly silent: readonly Day[]
  readonly lines: number
}

const DAYS = 180

/** A file of sales up to the day before one; its row for the day after the spike has a word for a number. */
export function plantedSales(until: Day): PlantedSales & { readonly badDay: Day } {
  const spike = addDays(until, -20)
  const badDay = addDays(spike, 1)
  const silent = [addDays(until, -60), addDays(until, -59), addDays(until, -58)]
  const figures = new Map(weeklyFigures({ days: DAYS, seed: 7, until }))
  figures.set(spike, 240)
  for (const day of silent) figures.delete(day)
  const rows = [...figures].map(
    ([day, value]) => `${day}T12:00:00Z,sold,${day === badDay ? 'many' : value}`,
  )
  return {
    csv: ['time,metric,value', ...rows].join('\n'),
    spike,
    silent,
    badDay,
    lines: rows.length,
  }
}

/** Has the small inventory measured on some days. */
export async function measureSmallInventory(
  database: Database,
  days: readonly Day[],
): Promise<void> {
  for (const day of days) {
    const { rows } = await database.pool.query<{ id: number }>(`
      insert into run (task, state, cause, actor, host, pid, version, ended_at)
      values ('analyze', 'agreed', 'person', 'test', 'test', 1, '0', now()) returning id`)
    const { analysis, failing } = analyse(smallInventory({ day }))
    const runId = rows[0]?.id ?? 0
    await qualityStore(database).keep({ runId, analysis, failing, failingFor: 30 })
  }
}
