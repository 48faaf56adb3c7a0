import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '../support/postgres.ts'
import { startStoppable } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster stopped '))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const config = join(folder, 'muster.yaml')
await writeFile(config, JSON.stringify({ sources: {}, server: { port: 0 } }))

/** In a terminal, what puts its cursor right (signal-exit) sends a signal again that nobody else listens to any more. */
const AS_IN_A_TERMINAL = `
function again() {
  if (process.listenerCount('SIGINT') > 1) return
  process.off('SIGINT', again)
  process.kill(process.pid, 'SIGINT')
}
process.on('newListener', function late(name) {
  if (name !== 'SIGINT') return
  process.off('newListener', late)
  setImmediate(() => process.on('SIGINT', again)) // it comes after the one of the program
})`
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(AS_IN_A_TERMINAL)}`

async function served() {
  const env = { DATABASE_URL: database.url, NODE_OPTIONS }
  const server = startStoppable({ env, args: ['--config', config, 'serve'] })
  await expect.poll(server.out, { timeout: 60_000, interval: 50 }).toMatch(/listens at/u)
  return server
}

it('stops as it should at the first Ctrl-C, in a terminal too', { timeout: 90_000 }, async () => {
  const server = await served()
  server.signal('SIGINT')
  const { code, signal } = await server.ended

  expect({ code, signal }).toEqual({ code: 0, signal: null })
  expect(server.out()).toMatch(/Stopped\.\n$/u)
  const { rows } = await database.pool.query(
    'select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  expect(Number(rows[0].count)).toBe(database.pool.totalCount - 1)
})

it('ends at once at the second', { timeout: 90_000 }, async () => {
  const server = await served()
  const { pid } = server
  process.kill(pid, 'SIGSTOP') // both are there before it comes to either
  server.signal('SIGINT')
  server.signal('SIGTERM')
  process.kill(pid, 'SIGCONT')

  expect((await server.ended).signal).toMatch(/^SIG(INT|TERM)$/u)
})
