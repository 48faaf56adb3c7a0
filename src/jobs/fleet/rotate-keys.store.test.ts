import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fleetOffice } from '../../../test/support/fleet-office.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { stallAt } from '../../../test/support/stall.ts'
import { sealPayload } from '../../collect/payload/store.ts'
import { openKeyRing } from '../../db/key-ring.ts'
import { rotateKeys } from './rotate-keys.task.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster rotating '))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const context = fleetOffice(database, folder).contextOn('2026-01-05', {})
const file = context.settings.fleet.keyRing
const { hash, keyId, sealed } = sealPayload(await openKeyRing(file), { name: 'Alder' })
await database.pool.query('insert into payload (hash, key_id, sealed) values ($1, $2, $3)', [
  ...[hash, keyId, sealed],
])

/** A rotation that waits as it begins a step, which has done nothing yet. */
async function stalledAt(step: string, signal = new AbortController().signal) {
  const stall = await stallAt(database, {
    ...{ table: 'run_log', on: 'insert', when: `new.details ->> 'step' = '${step}'` },
  })
  const rotating = Promise.allSettled([rotateKeys({ ...context, signal })])
  await stall.reached()
  return {
    async end() {
      await stall.open()
      return (await rotating)[0]
    },
  }
}

it('stops between two batches when somebody wants that', async () => {
  const wish = new AbortController()
  const rotation = await stalledAt('seal-anew', wish.signal)
  wish.abort()

  expect(await rotation.end()).toMatchObject({ reason: { code: 'run.cancelled' } })
})

it('takes no key away once files may come in again that it seals', async () => {
  const rotation = await stalledAt('drop-keys')
  const { ids } = await openKeyRing(file)
  await database.pool.query(
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
     where application_name like 'muster ingest%' and datname = current_database()`,
  )

  expect(await rotation.end()).toMatchObject({ reason: { code: 'run.lock-lost' } })
  expect((await openKeyRing(file)).ids).toEqual(ids)
})

it('may be run again after it was stopped', async () => {
  const { summary } = await rotateKeys(context)

  expect((await openKeyRing(file)).ids).toEqual([summary.key])
})
