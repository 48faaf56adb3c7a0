import { expect, it, vi } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { SILENT } from '../lib/progress.ts'
import { insertRun } from './queries.ts'
import { watchRun } from './watch-run.ts'

const database = await testDatabase()
const who = { cause: 'person', actor: 'ana', host: 'pc-1', pid: 1, version: '0' } as const

it('stops a run whose try is another one by now', async () => {
  const [run] = (await insertRun({ ...who, task: 'check' }).execute(database.db)).rows
  const id = run?.id ?? 0
  const lock = { isLost: () => false }
  const watch = watchRun({ id, tries: 1, database, progress: SILENT, lock })
  const goOn = () => watch.progress.step('match', async () => 'done')
  expect(await goOn()).toBe('done')
  await database.pool.query('update run set tries = 2 where id = $1', [id])

  await vi.waitFor(
    () => expect(goOn()).rejects.toMatchObject({ code: 'run.lock-lost', details: { id } }),
    { timeout: 10_000 },
  )
  await watch.end()
})
