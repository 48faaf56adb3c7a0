import { addDays, monthStart } from '../../src/lib/day.ts'
import type { Drill } from '../drill.ts'
import { killAtRandom, type Ordeal } from '../kill/kill-at-random.ts'
import { hashOf } from '../kill/questions.ts'
import type { Trial } from '../world/trial.ts'

/** As the configuration of the world has it. */
const DAILY_FOR = 30

interface Before {
  /** What is said of each day that is to be kept: records, links and counts. */
  readonly answers: Readonly<Record<string, string>>
  readonly collections: number
}

/** Recent days, and the last known day of every month that is over. */
async function keptDays({ database, world }: Trial): Promise<string[]> {
  const { rows } = await database.pool.query<{ day: string }>(
    `select day::text as day from (select distinct day from collection where history is not null) known
    where day >= $1::date
      or (day < $2::date and day in (
        select max(day) from collection where history is not null group by date_trunc('month', day)))
    order by day`,
    [addDays(world.today, -DAILY_FOR), monthStart(world.today)],
  )
  return rows.map(({ day }) => day)
}

async function answersOf(trial: Trial): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const day of await keptDays(trial)) {
    answers[day] = await hashOf(
      trial,
      `select to_jsonb(r)::text as line
      from (select native_key, display_name, class, is_billable, organisation_key from record_on('${day}')) r
      union all
      select to_jsonb(l)::text from (select record_id, device_id, rule from link_on('${day}')) l
      union all
      select to_jsonb(c)::text from day_count c where day = '${day}'
      union all
      select to_jsonb(d)::text from day_distinct d where day = '${day}'`,
    )
  }
  return answers
}

async function collectionsOf({ database }: Trial): Promise<number> {
  return (await database.pool.query('select count(*)::integer as n from collection')).rows[0].n
}

async function lostOf(trial: Trial, { answers, collections }: Before): Promise<string[]> {
  const now = await answersOf(trial)
  const days = Object.keys(answers).filter((day) => now[day] !== answers[day])
  const left = await collectionsOf(trial)
  return [
    ...days.map((day) => `what was known of ${day}`),
    ...(left === collections ? [] : [`${collections - left} lines of the ledger`]),
  ]
}

const ordeal: Ordeal<Before> = {
  drill: 'kill-retention',
  start: 'history',
  command: () => ['prune'],
  prepare: async (trial) => ({
    answers: await answersOf(trial),
    collections: await collectionsOf(trial),
  }),
  broken: async (trial, before) => ({ lost: await lostOf(trial, before), wrong: [] }),
  async whole(trial, before, { code, answer }) {
    const { rows } = await trial.database.pool.query<{ ends: number; over: number; known: number }>(
      `select (select count(*) from month_end)::integer as ends,
        (select count(distinct (source, date_trunc('month', day))) from collection
          where history is not null and day < date_trunc('month', $1::date))::integer as over,
        (select count(distinct day) from known_day)::integer as known`,
      [trial.world.today],
    )
    const [{ ends, over, known } = { ends: 0, over: 0, known: 0 }] = rows
    const kept = Object.keys(before.answers).length
    return {
      lost: await lostOf(trial, before),
      wrong: [
        ...(code === 0 ? [] : [`prune ended with ${code}: ${JSON.stringify(answer)}`]),
        ...(ends === over ? [] : [`${ends} months are closed, ${over} are over`]),
        ...(known === kept ? [] : [`${known} days are known, ${kept} are to be kept`]),
      ],
    }
  },
}

export const killRetention: Drill = {
  name: 'kill-retention',
  does: 'kill -9 of "muster prune": months are closed, old days forgotten',
  killShare: 0.14,
  run: (scene) => killAtRandom(scene, ordeal),
}
