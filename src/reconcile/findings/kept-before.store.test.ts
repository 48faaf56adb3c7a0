import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { emptyTestDatabase } from '../../../test/support/postgres.ts'
import { openDatabase } from '../../db/database.ts'
import { ALL_FINDINGS } from './list-queries.ts'
import { findingStore } from './store.ts'

const MIGRATIONS = join(import.meta.dirname, '../../../migrations')
const older = mkdtempSync(join(tmpdir(), 'muster-older-'))
afterAll(() => rmSync(older, { recursive: true }))

it('makes one finding of every time it stood in an older database, with its history', async () => {
  for (const name of readdirSync(MIGRATIONS).filter((each) => each < '0010')) {
    cpSync(join(MIGRATIONS, name), join(older, name))
  }
  const url = await emptyTestDatabase()
  const before = await openDatabase({ url }, older)
  await before.pool.query(`
    insert into run (task, state, cause, actor, host, pid, version, ended_at)
    select 'plan', 'agreed', 'person', 'ana', 'pc', 1, '0', now() from generate_series(1, 3);
    insert into plan (run_id, kind, state, target, changes)
    select id, 'tags', 'superseded', 'ocs', 0 from run;
    insert into finding (check_code, subject, evidence, building, opened_plan, opened_at, closed_plan, closed_at)
    values
      ('empty-number', 'ocs:1', '{"hostname": "PC-1"}', 'B', 1, '2026-01-01', 2, '2026-01-05'),
      ('empty-number', 'ocs:2', '{"hostname": "PC-2"}', null, 1, '2026-01-01', null, null),
      ('empty-number', 'ocs:1', '{"hostname": "PC-1a"}', 'C', 3, '2026-01-09', null, null),
      ('virtual-machine', 'ocs:3', '{}', null, 2, '2026-01-05', 3, '2026-01-09')`)
  await before.close()

  const database = await openDatabase({ url })
  const findings = findingStore(database)
  const page = { sort: 'check', limit: null, offset: 0 } as const
  const { items } = await findings.list(ALL_FINDINGS, page, '2026-01-10')
  const events = await Promise.all(items.map(({ id }) => findings.events(id)))
  const around = await findings.aroundPlan(2)
  const shifts = await findings.shiftsBy({ planId: 3 })
  await database.close()

  const told = items.map(({ subject, state, name, building, firstSeen, standingSince }, at) => ({
    ...{ subject, state, name, building, firstSeen, standingSince },
    events: events[at]?.map(({ kind, planId, stoodDays }) => [kind, planId, stoodDays]),
  }))
  expect(told).toEqual([
    {
      ...{ subject: 'ocs:2', state: 'open', name: 'PC-2', building: null },
      ...{ firstSeen: '2026-01-01', standingSince: '2026-01-01' },
      events: [['opened', 1, null]],
    },
    {
      ...{ subject: 'ocs:1', state: 'open', name: 'PC-1a', building: 'C' },
      ...{ firstSeen: '2026-01-01', standingSince: '2026-01-09' },
      events: [
        ['opened', 1, null],
        ['verified', 2, 4],
        ['returned', 3, null],
      ],
    },
    {
      ...{ subject: 'ocs:3', state: 'verified', name: null, building: null },
      ...{ firstSeen: '2026-01-05', standingSince: '2026-01-05' },
      events: [
        ['opened', 2, null],
        ['verified', 3, 4],
      ],
    },
  ])
  expect(around.open.map(({ subject }) => subject)).toEqual(['ocs:2', 'ocs:3'])
  expect(around.closed.map(({ subject, openedPlan }) => [subject, openedPlan])).toEqual([
    ['ocs:1', 1],
  ])
  expect(shifts).toEqual([
    { check: 'empty-number', opened: 1, closed: 0 },
    { check: 'virtual-machine', opened: 0, closed: 1 },
  ])
})
