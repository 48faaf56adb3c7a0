import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fleetOffice } from '../../test/support/fleet-office.ts'
import { testDatabase } from '../../test/support/postgres.ts'
import { stallAt } from '../../test/support/stall.ts'
import { DeviceFileSettings } from '../sources/device-file/schema.ts'
import { jobDesk } from './queue/ask.ts'
import { doJob } from './queue/do-job.ts'
import { openBoss } from './queue/open-boss.ts'
import { runStore } from './store.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster stopped '))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
afterAll(() => boss.stop({ graceful: false }))

await writeFile(join(folder, 'list.csv'), 'Key\n1\n2\n')
const columns = { nativeKey: 'Key' }
const list = DeviceFileSettings.parse({ folder, file: 'list.csv', columns })
const context = fleetOffice(database, folder).contextOn('2026-01-05', { deviceFiles: { list } })
const desk = jobDesk({ database, who: context.who, boss, wake: () => {} })
const log = { info: () => {}, error: () => {} }

it('puts a run back whose server stops while a source is fetched, and keeps no failed day of it', async () => {
  const job = { task: 'collect', sources: [], missing: false } as const
  const by = { actor: 'ana', cause: 'person', language: 'en' } as const
  const run = await desk.ask(job, by)
  const stopping = new AbortController()
  const stall = await stallAt(database, {
    ...{ table: 'run_log', on: 'insert', when: `new.kind = 'step'` },
  })
  const tried = { data: { run, job, by }, isLast: false, signal: new AbortController().signal }
  const doing = doJob({ context, desk, stopping: stopping.signal, log }, tried)
  await stall.reached() // the step has begun and has fetched nothing yet
  stopping.abort()
  await stall.open()
  await doing

  expect(await runStore(database).get(run)).toMatchObject({ state: 'queued', error: null })
  expect((await database.pool.query('select from collection')).rowCount).toBe(0)
})
