import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { makeChance } from '../../demo/chance.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { salesFile } from '../../test/support/event-files.ts'
import { startStoppable } from '../../test/support/stoppable-muster.ts'
import type { Drill, Scene } from '../drill.ts'
import { breachesOf } from '../invariants/invariants.ts'
import type { Verdict } from '../tally.ts'
import { type PostgresServer, startPostgres } from '../world/postgres-server.ts'

const run = promisify(execFile)

const DISK = '420m'
/** Left free when the file is taken in: what it needs, and less than that. */
const MOST_FREE_BYTES = 14_000_000
const LEAST_FREE_BYTES = 1_000_000
const ORDER = { rows: 60_000, days: 20, metrics: ['sold', 'returned', 'visits'] }

interface Place {
  readonly disk: string
  readonly postgres: PostgresServer
  readonly database: Database
  ingest(): ReturnType<typeof startStoppable>['ended']
}

async function fillUp({ seed, isQuick, tally }: Scene, place: Place): Promise<void> {
  const chance = makeChance(seed + 13)
  for (let round = 0; round < (isQuick ? 1 : 5); round += 1) {
    const free = LEAST_FREE_BYTES + chance.below(MOST_FREE_BYTES - LEAST_FREE_BYTES)
    await tally.attempt(`seed ${seed}, ${Math.round(free / 1e5) / 10} MB free`, () =>
      fillOnce(place, free, tally.saw),
    )
  }
}

/** Leaves so much room, takes a file in, makes room again, and takes it in once more. */
async function fillOnce(
  { disk, postgres, database, ingest }: Place,
  free: number,
  saw: (what: string) => void,
): Promise<Verdict> {
  await database.pool.query(FORGET)
  await database.pool.query('vacuum full event; vacuum full upload_chunk').catch(() => {})
  await database.pool.query('checkpoint')
  const ballast = join(disk, 'ballast')
  const { bavail, bsize } = await statfs(disk)
  await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)))
  const full = await ingest()
  const said = full.answer?.error?.code ?? full.answer?.files?.[0]?.state
  saw(`ingest on a full disk: ${said}`)
  await rm(ballast)
  await sleep(500)
  await postgres.up()
  const kept = await eventsIn(database)
  const isAll = kept === ORDER.rows
  const again = await ingest()
  const state = again.answer?.files?.[0]?.state
  const now = await eventsIn(database)
  return {
    lost: now === ORDER.rows ? [] : [`${ORDER.rows - now} of ${ORDER.rows} events`],
    wrong: [
      ...(said === undefined ? [`nothing was said: ${full.said.slice(-300)}`] : []),
      ...(isAll || kept === 0 ? [] : [`${kept} events of a file of ${ORDER.rows}`]),
      ...(full.code === 0 && !isAll ? ['it was said to be taken in and is not there'] : []),
      ...(state === 'taken' || state === 'same' ? [] : [`then it said ${again.said.slice(-300)}`]),
      ...(await breachesOf({ database, ocs: null }, 'settled')),
    ],
  }
}

async function eventsIn({ pool }: Database): Promise<number> {
  return (await pool.query('select count(*)::integer as n from event')).rows[0].n
}

const FORGET = `
  truncate event_source, metric, upload, upload_chunk, event, event_conflict, event_rejection,
    metric_day`

async function withPlace(folder: string, work: (place: Place) => Promise<void>): Promise<void> {
  const disk = join(folder, 'disk')
  const postgres = await startPostgres(join(disk, 'postgres'))
  await postgres.ask('create database muster_drill')
  const url = postgres.url('muster_drill')
  const database = await openDatabase({ url })
  const config = join(folder, 'muster.yaml')
  await writeFile(config, JSON.stringify({ keyRing: 'keys.json', sources: {} }))
  const file = join(folder, 'sales.csv')
  await writeFile(file, salesFile(ORDER).text)
  const args = ['--json', '--config', config, 'ingest', file, '--source', 'pos']
  const ingest = () => startStoppable({ env: { DATABASE_URL: url }, args }).ended
  try {
    await work({ disk, postgres, database, ingest })
  } finally {
    await database.close()
    await postgres.close()
  }
}

async function drill(scene: Scene): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-drill-disk-'))
  await chmod(folder, 0o711)
  const disk = join(folder, 'disk')
  try {
    await run('mkdir', [disk])
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=711`, 'tmpfs', disk])
    } catch (error) {
      scene.tally.notRun(
        'a full disk',
        `a small tmpfs cannot be mounted: ${String(error).split('\n')[1]}`,
      )
      return
    }
    try {
      await withPlace(folder, (place) => fillUp(scene, place))
    } finally {
      await run('umount', [disk])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const diskFull: Drill = {
  name: 'disk-full',
  does: "PostgreSQL's disk is full while a file is taken in; then there is room again",
  killShare: 0,
  run: drill,
}
