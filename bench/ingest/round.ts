import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { assertMusterKept, type Expected } from './assert-kept.ts'
import type { EventFile } from './event-file.ts'
import type { EventLoopDelays } from './event-loop-delays.ts'
import type { Order } from './event-loop-process.ts'
import { type Installation, withInstallation } from './installation.ts'
import { ingestAsMuster, SOURCE } from './muster-side.ts'
import { ingestByPandas, ingestByPsql } from './peer-sides.ts'
import type { SideRun } from './side-run.ts'

/** All sides with the same file, and what Muster does with it beside. */
export interface IngestRound {
  readonly muster: SideRun
  readonly psql: SideRun
  readonly pandas: SideRun
  /** The same file once more. */
  readonly again: SideRun
  /** A file of which every other row is known. */
  readonly half: SideRun
  readonly loop: EventLoopDelays
  readonly loadBefore: number
  readonly serverVersion: string
}

/** The files of one size, and what is true of them. */
export interface Files {
  readonly whole: EventFile
  readonly expected: Expected
  readonly half: EventFile
  /** Once both files are taken in. */
  readonly expectedOfBoth: Expected
}

/** What a round is made with. */
export interface Scene extends Files {
  readonly python: string
  readonly databaseUrl: string | undefined
  readonly folder: string
}

const run = promisify(execFile)
const LOOP_PROCESS = join(import.meta.dirname, 'event-loop-process.ts')
/** As the launcher starts Muster. */
const NODE_OPTIONS = ['--max-semi-space-size=32']

/** Each side once, into a new installation; who begins alternates from round to round. */
export async function ingestRound(scene: Scene, number: number): Promise<IngestRound> {
  const [loadBefore = 0] = loadavg()
  const sides = await withInstallation(scene, async (installation) => {
    const serverVersion = await installation.withDatabase(async ({ pool }) => {
      const { rows } = await pool.query(`select current_setting('server_version') as version`)
      return String(rows[0].version)
    })
    return { serverVersion, ...(await inTurn(installation, scene, number)) }
  })
  return { ...sides, loop: await watchEventLoop(scene), loadBefore }
}

async function inTurn(installation: Installation, scene: Scene, number: number) {
  if (number % 2 === 1) {
    const muster = await ofMuster(installation, scene)
    return { ...muster, ...(await ofPeers(installation, scene)) }
  }
  const peers = await ofPeers(installation, scene)
  return { ...(await ofMuster(installation, scene)), ...peers }
}

async function ofMuster(installation: Installation, scene: Scene) {
  const { whole, expected, half, expectedOfBoth } = scene
  const { rows } = whole
  const taken = { state: 'taken', rows, inserted: rows, duplicates: 0 } as const
  const muster = await ingestAsMuster(installation, { file: whole, counts: taken, expected })
  tell(scene, 'Muster', muster)
  const same = { ...taken, state: 'same', inserted: 0 } as const
  const again = await ingestAsMuster(installation, { file: whole, counts: same, expected })
  tell(scene, 'Muster, the same again', again)
  const inserted = Math.floor(rows / 2)
  const halfOrder = {
    ...{ file: half, expected: expectedOfBoth },
    counts: { ...taken, inserted, duplicates: rows - inserted },
  }
  const halfKnown = await ingestAsMuster(installation, halfOrder)
  tell(scene, 'Muster, half of it known', halfKnown)
  return { muster, again, half: halfKnown }
}

async function ofPeers(installation: Installation, scene: Scene) {
  const { whole: file, expected, python } = scene
  const psql = await ingestByPsql(installation, { file, expected })
  tell(scene, 'psql', psql)
  const pandas = await ingestByPandas(installation, { file, expected, python })
  tell(scene, 'pandas', pandas)
  return { psql, pandas }
}

/** Once more into another new installation, in a process that watches its own event loop. */
function watchEventLoop(scene: Scene): Promise<EventLoopDelays> {
  const { whole, expected, folder, databaseUrl } = scene
  return withInstallation({ folder: join(folder, 'loop'), databaseUrl }, async (installation) => {
    const order: Order = { ...installation.place, file: whole.path, source: SOURCE }
    const args = [...NODE_OPTIONS, LOOP_PROCESS, JSON.stringify(order)]
    const { stdout } = await run(process.execPath, args)
    const delays: EventLoopDelays = JSON.parse(stdout)
    if (delays.inserted !== whole.rows) throw new Error(`${delays.inserted} rows were taken in`)
    await installation.withDatabase((database) => assertMusterKept(database, expected))
    console.error(`${whole.rows} rows, event loop: p99 ${delays.p99Ms.toFixed(0)} ms`)
    return delays
  })
}

function tell({ whole }: Scene, side: string, { seconds, workSeconds }: SideRun): void {
  console.error(
    `${whole.rows} rows, ${side}: ${seconds.toFixed(2)} s, its work ${workSeconds.toFixed(2)} s`,
  )
}
