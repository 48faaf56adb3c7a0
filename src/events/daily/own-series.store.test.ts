import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { seriesStore } from './store.ts'

const database = await testDatabase()
const series = seriesStore(database)

const DAY = '2026-05-04'

/** Two sites and two sources: 3 servers and 4 workstations, one of them spare; 2 findings, one accepted. */
beforeAll(async () => {
  const { rows } = await database.pool.query(
    `insert into site (name, created_on) values ('Alder', $1), ('Birch', $1) returning id`,
    [DAY],
  )
  const [alder, birch] = rows.map(({ id }) => id)
  const counted = [
    [alder, 'ninjaone', 'server', false, true, 3],
    [alder, 'ninjaone', 'workstation', false, true, 2],
    [birch, 'threatlocker', 'workstation', false, false, 1],
    [birch, 'threatlocker', 'workstation', true, false, 1],
  ]
  for (const row of counted) {
    await database.pool.query(
      `insert into day_count (day, site_id, source, class, is_spare, is_billable, records)
      values ($1, $2, $3, $4, $5, $6, $7)`,
      [DAY, ...row],
    )
  }
  await database.pool.query(
    `insert into day_distinct (day, site_id, is_total, devices)
    values ($1, $2, false, 4), ($1, $3, false, 2), ($1, null, true, 6)`,
    [DAY, alder, birch],
  )
  await database.pool.query(
    `insert into finding_day (day, check_code, scope, site_id, standing, accepted, opened, verified,
      age_days, oldest_days, fix_days)
    values ($1, 'missing-in-edr', 'ninjaone+threatlocker', $2, 2, 1, 1, 3, 9, 7, 4)`,
    [DAY, alder],
  )
})

it.each([
  ['devices.total', '7'],
  ['devices.servers', '3'],
  ['devices.workstations', '3'],
  ['devices.spare', '1'],
  ['devices.billable', '5'],
  ['devices.ninjaone', '5'],
  ['devices.threatlocker', '2'],
  ['devices.distinct', '6'],
  ['findings.open', '1'],
  ['findings.accepted', '1'],
  ['findings.opened', '1'],
  ['findings.verified', '3'],
  ['findings.open.missing-in-edr', '1'],
])('has %s of a day, over all sites', async (metric, sum) => {
  const [found] = await series.days({
    metrics: [{ source: 'muster', metric }],
    from: null,
    to: null,
  })

  expect(found?.days.map((day) => [day.day, Number(day.sum)])).toEqual([[DAY, Number(sum)]])
  expect(await series.known({ source: 'muster', metric })).toMatchObject([
    { source: 'muster', metric, days: 1, first: DAY, last: DAY },
  ])
})

it('has them by site beside the totals', async () => {
  const { rows } = await database.pool.query(
    `select site, sum::integer as sum from daily_series
    where metric = 'devices.total' and not is_total order by site`,
  )

  expect(rows).toEqual([
    { site: 'Alder', sum: 5 },
    { site: 'Birch', sum: 2 },
  ])
})

it('does not work them out for who asks for the metrics of another source', async () => {
  expect(await series.known({ source: 'shop', metric: null })).toEqual([])
})

it('has no total of findings for a day on which a check could not look, but those of the checks that did', async () => {
  const night = '2026-05-05'
  const { rows } = await database.pool.query(
    `insert into run (task, state, cause, actor, host, pid, version)
    values ('collect', 'running', 'schedule', 'ana', 'pc', 1, '0') returning id`,
  )
  await database.pool.query(
    `insert into check_look (run_id, check_code, scope, day, compared, skipped)
    values ($1, 'missing-in-edr', 'ninjaone+threatlocker', $3, '{}', null),
      ($1, 'missing-in-edr', 'ninjaone+threatlocker', $2, '{}', '{"threatlocker": "failed"}'),
      ($1, 'class-mismatch', 'ninjaone+ocs', $3, '{}', '{"ocs": "never-collected"}'),
      ($1, 'duplicate-in-source', 'ninjaone', $2, '{}', null)`,
    [rows[0].id, night, DAY],
  )
  await database.pool.query(
    `insert into finding_day (day, check_code, scope, standing, accepted, opened, verified, age_days,
      oldest_days, fix_days)
    values ($1, 'duplicate-in-source', 'ninjaone', 9, 0, 0, 0, 9, 9, 0)`,
    [night],
  )
  const daysOf = async (metric: string, day = night) => {
    const metrics = [{ source: 'muster', metric }]
    const [found] = await series.days({ metrics, from: day, to: day })
    return (found?.days ?? []).map((day) => Number(day.sum))
  }

  expect(await daysOf('findings.open')).toEqual([])
  expect(await daysOf('findings.open.duplicate-in-source')).toEqual([9])
  expect(await daysOf('findings.open', DAY)).toEqual([1])

  await database.pool.query(
    `insert into check_look (run_id, check_code, scope, day, compared)
    values ($1, 'missing-in-edr', 'ninjaone+threatlocker', $2, '{}')`,
    [rows[0].id, night],
  )
  expect(await daysOf('findings.open')).toEqual([9])
})
