import { afterAll, expect, it } from 'vitest'
import { apiOffice, callerOf } from '../../test/support/api-office.ts'
import { testDatabase } from '../../test/support/postgres.ts'

const database = await testDatabase()
const office = await apiOffice(database.url, {
  now: () => new Date('2026-11-20T15:00:00Z'),
  settings: { timeZone: 'America/Havana', schedule: { retrain: null } },
})
afterAll(() => office.close())

async function entry(name: string) {
  const answer = await office.send(callerOf('viewer'), { method: 'GET', url: '/api/timetable' })
  return answer.json().items.find((each: { name: string }) => each.name === name)
}

it('tells when a job is next, by the clock of the installation', async () => {
  expect(await entry('nightly')).toEqual({
    ...{ name: 'nightly', state: 'planned', cron: '0 2 * * *', last: null },
    nextAt: '2026-11-21T07:00:00.000Z',
  })
})

it('tells apart what is switched off and what there is nothing to do for', async () => {
  expect(await entry('retrain')).toMatchObject({ state: 'off', cron: null, nextAt: null })
  expect(await entry('inbox')).toMatchObject({ state: 'nothing-to-do', nextAt: null })
})

it('tells what came of a job the last time it was due', async () => {
  const { rows } = await database.pool.query<{ id: number }>(
    `insert into run (task, state, cause, actor, host, pid, version, ended_at)
     values ('nightly', 'held', 'schedule', 'server', 'pc-1', 1, '0', '2026-11-20T07:09:00Z')
     returning id`,
  )
  await database.pool.query(
    `insert into job_due (name, due_at, run_id)
     values ('nightly', '2026-11-19T07:00:00Z', null), ('nightly', '2026-11-20T07:00:00Z', $1)`,
    [rows[0]?.id],
  )

  expect((await entry('nightly')).last).toEqual({
    dueAt: '2026-11-20T07:00:00.000Z',
    run: { id: rows[0]?.id, state: 'held', endedAt: '2026-11-20T07:09:00.000Z' },
  })
})
