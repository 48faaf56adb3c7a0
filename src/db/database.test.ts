import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from './database.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-database-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('openDatabase makes a migrated database in a folder that did not exist, for several at once', async () => {
  const place = { dataFolder: join(folder, 'new/data'), systemFolder: join(folder, 'system') }
  const [one, two] = await Promise.all([openDatabase(place), openDatabase(place)])
  await one.db
    .insertInto('run')
    .values({
      task: 'plan',
      state: 'running',
      cause: 'person',
      actor: 'a',
      host: 'h',
      pid: 1,
      version: '1',
    })
    .execute()
  await one.close()
  await one.close()
  const runs = await two.db.selectFrom('run').select(['id', 'steps', 'started_at']).execute()
  expect(runs).toEqual([{ id: 1, steps: [], started_at: expect.any(Date) }])
  await two.close()
})
