import { makeChance } from '../../demo/chance.ts'
import { addDays, type Day } from '../../src/lib/day.ts'
import type { TestDatabase } from './postgres.ts'

/** What a weekday adds to a level of 100, Sunday first. */
const WEEKDAYS = [-25, 0, 5, 8, 9, 7, -20] as const

export interface WeeklyFigures {
  readonly days: number
  readonly seed: number
  /** The day after the last. */
  readonly until: Day
  readonly level?: number
}

/** Figures of one metric, by day. */
export type FiguresByDay = ReadonlyMap<Day, number>

/** Invented whole figures with a weekly rhythm and some noise, up to the day before `until`. */
export function weeklyFigures({ days, seed, until, level = 100 }: WeeklyFigures): FiguresByDay {
  const chance = makeChance(seed)
  const noise = () => chance.below(5) + chance.below(5) - 4
  return new Map(
    Array.from({ length: days }, (_, at) => {
      const day = addDays(until, at - days)
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      return [day, Math.max(0, level + (WEEKDAYS[weekday] ?? 0) + noise())]
    }),
  )
}

/** Has daily figures stand as if files of events had come to them; a day that is there gets its new figure. */
export async function keepFigures(
  { pool }: Pick<TestDatabase, 'pool'>,
  { source, metric }: { readonly source: string; readonly metric: string },
  figures: FiguresByDay,
): Promise<void> {
  await pool.query('insert into event_source (name) values ($1) on conflict do nothing', [source])
  await pool.query(
    `insert into metric (source_id, name) select id, $2 from event_source where name = $1
     on conflict do nothing`,
    [source, metric],
  )
  await pool.query(
    `insert into metric_day (metric_id, day, sum, count, min, max, subjects)
     select m.id, f.day, f.figure, 2, f.figure - 1, f.figure, 1
     from metric m
     join event_source s on s.id = m.source_id and s.name = $1 and m.name = $2
     cross join unnest($3::date[], $4::numeric[]) as f (day, figure)
     on conflict (metric_id, day) do update
     set sum = excluded.sum, min = excluded.min, max = excluded.max`,
    [source, metric, [...figures.keys()], [...figures.values()]],
  )
}
