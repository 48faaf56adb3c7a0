import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { acquireEmbedded } from '../../src/db/embedded/embedded.ts'
import type { EmbeddedPlace } from '../../src/db/embedded/embedded-files.ts'

/** A process of its own that uses an embedded server: run by tests, told what to do line by line. */
export interface HolderOrder {
  place: EmbeddedPlace
  /** Acquire, work and release this many times, with pauses of chance in between. */
  rounds?: number
}

const order: HolderOrder = JSON.parse(process.argv[2] ?? '{}')
try {
  if (order.rounds === undefined) await hold(order.place)
  else await rounds(order.place, order.rounds)
} catch (error) {
  console.log(JSON.stringify({ failed: error instanceof Error ? error.message : String(error) }))
  process.exitCode = 1
}

/** Each line read is a statement; its rows are answered. The end of the lines releases. */
async function hold(place: EmbeddedPlace): Promise<void> {
  const lease = await acquireEmbedded(place)
  const session = new pg.Client(lease.connection)
  session.on('error', () => {})
  await session.connect()
  console.log(JSON.stringify({ held: lease.connection }))
  for await (const line of createInterface({ input: process.stdin })) {
    const { rows } = await session.query(line)
    console.log(JSON.stringify({ rows }))
  }
  await session.end().catch(() => {}) // it may have been killed under us
  await lease.release()
}

async function rounds(place: EmbeddedPlace, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const lease = await acquireEmbedded(place)
    const session = new pg.Client(lease.connection)
    await session.connect()
    await session
      .query('create table if not exists visit (at timestamptz default now())')
      .catch(ignoreRace)
    await session.query('insert into visit default values')
    await sleep(Math.random() * 30)
    await session.end()
    await lease.release()
    await sleep(Math.random() * 60)
  }
  console.log(JSON.stringify({ done: times }))
}

/** Two sessions may make the same table at the same instant. */
function ignoreRace(error: unknown): void {
  if (!String(error).includes('duplicate key')) throw error
}
