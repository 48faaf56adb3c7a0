import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual, promisify } from 'node:util'
import type { Database, DatabaseSettings } from '../../src/db/database.ts'
import type { FindingShift } from '../../src/reconcile/findings/look.ts'
import { watchServer } from '../muster/server-memory.ts'
import { connectionWords } from '../peer/connection-words.ts'
import type { ExpectedLook } from './expected-look.ts'
import type { LookedOnce, Order } from './look-process.ts'
import type { SideLook } from './side-look.ts'
import { assertFound, type Side, type TrueNight } from './standing.ts'

/** A look by one side, with the server it worked on. */
export interface WatchedLook extends SideLook {
  /** Most memory its own PostgreSQL held at once; 0 when that is a server elsewhere. */
  readonly databaseBytes: number
}

/** What both sides look at. */
export interface Look {
  readonly database: Database
  readonly settings: DatabaseSettings
  /** Of the PostgreSQL that comes along; null on a server. */
  readonly cluster: { readonly folder: string } | null
  /** The Python of the peer. */
  readonly python: string
  readonly night: TrueNight
  readonly expected: ExpectedLook
}

const run = promisify(execFile)
const LOOK_PROCESS = join(import.meta.dirname, 'look-process.ts')
const PEER = join(import.meta.dirname, 'find_disagreements.py')

/** Where the peer keeps what it found: a row for each, as of its last look. */
export async function createDisagreement({ pool }: Database): Promise<void> {
  await pool.query(`
    create table disagreement (
      check_code text not null, scope text not null, device_id bigint not null, name text,
      site_id bigint, said text, primary key (check_code, scope, device_id))`)
}

/** Muster's look; throws unless it found what was planted and nothing else came or went. */
export function lookAsMuster(look: Look): Promise<WatchedLook> {
  const { settings, night, expected } = look
  return watched('Muster', look, async () => {
    const order: Order = { database: settings, day: night.day }
    const { stdout } = await run(process.execPath, [LOOK_PROCESS, JSON.stringify(order)])
    const looked: LookedOnce = JSON.parse(stdout)
    if (looked.machines !== night.fleet.count) {
      throw new Error(`Muster checked ${looked.machines} of ${night.fleet.count} machines`)
    }
    assertSame('Muster: came and went', byCheck(looked.shifts), expected.shifts)
    return looked
  })
}

/** The peer's look; throws unless it found the same. */
export function lookAsPeer(look: Look): Promise<WatchedLook> {
  return watched('the peer', look, async () => {
    const { stdout } = await run(look.python, [PEER, look.night.day], {
      env: { ...process.env, MUSTER_BENCH_DSN: connectionWords(look.settings, look.database) },
    })
    return JSON.parse(stdout) as SideLook
  })
}

async function watched<Taken extends SideLook>(
  side: Side,
  { database, cluster, night, expected }: Look,
  take: () => Promise<Taken>,
): Promise<WatchedLook> {
  const watch = cluster === null ? null : watchServer(cluster)
  const looked = await take().finally(() => watch?.stop())
  const { seconds, processorSeconds, peakBytes, findings } = looked
  console.error(`${night.fleet.count} machines, ${night.day}, ${side}: ${seconds.toFixed(2)} s`)
  assertSame(`${side}: stands`, findings, expected.findings)
  await assertFound(database, side, night)
  const databaseBytes = (await watch?.stop()) ?? 0
  return { seconds, processorSeconds, peakBytes, findings, databaseBytes }
}

/** Whatever order the server puts words in. */
function byCheck(shifts: readonly FindingShift[]): FindingShift[] {
  return shifts.toSorted((one, other) => (one.check < other.check ? -1 : 1))
}

function assertSame(what: string, found: unknown, expected: unknown): void {
  if (isDeepStrictEqual(found, expected)) return
  throw new Error(`${what} ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
}
