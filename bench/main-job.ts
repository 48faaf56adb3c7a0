import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type BenchEstate, makeBenchEstate } from './books/estate.ts'
import {
  type BenchOcs,
  type MariadbServer,
  makeOcs,
  mariadbVersion,
  withMariadb,
} from './books/ocs.ts'
import { writeBooks } from './books/workbooks.ts'
import { mainJobFigures } from './main-job/figures.ts'
import { type MainJobOptions, readOptions } from './main-job/options.ts'
import { ensurePackages, type PeerPython } from './main-job/packages.ts'
import { mainJobReport } from './main-job/report.ts'
import type { Round, SizeResult } from './main-job/round.ts'
import { type Installation, installMuster } from './muster/installation.ts'
import { type JobRun, type PeerRequest, runPeer } from './peer/peer.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work')
const TARGETS = { changes: 100_000, planSeconds: 15, applySeconds: 20, share: 1 / 3 }
/** Beside the size asked for, for growth. */
const SHARES = [0.1, 0.3, 1]

interface Setting {
  readonly server: MariadbServer
  readonly python: PeerPython
  readonly options: MainJobOptions
}

await benchMainJob(readOptions(process.argv.slice(2)))

/** Runs the main job beside its peer, prints the result and keeps it. */
async function benchMainJob(options: MainJobOptions): Promise<void> {
  const python = ensurePackages(process.env)
  const { rows, rounds, keepIn, databaseUrl } = options
  const loads = loadavg()
  const { sizes, mariadb } = await withMariadb(process.env.MUSTER_TEST_MARIADB_URL, (server) =>
    benchSizes({ server, python, options }),
  )
  const figures = mainJobFigures(sizes, TARGETS)
  const store = databaseUrl ? 'a server' : 'the one that comes along'
  await keepResult({
    ...{ name: 'main-job', figures, keepIn, loads },
    command: `node bench/main-job.ts --rows ${rows} --rounds ${rounds}`,
    versions: { PostgreSQL: store, 'OCS on MariaDB': mariadb, peer: python.versions },
    report: (facts) => mainJobReport(sizes, { facts, figures }),
  })
}

async function benchSizes(setting: Setting): Promise<{ sizes: SizeResult[]; mariadb: string }> {
  const sizes: SizeResult[] = []
  for (const share of SHARES) {
    sizes.push(await benchSize(setting, Math.round(setting.options.rows * share)))
  }
  return { sizes, mariadb: await mariadbVersion(setting.server) }
}

async function benchSize({ server, python, options }: Setting, changes: number) {
  console.error(`Making the books of ${changes} changes ...`)
  const folder = join(WORK, String(changes))
  const leftovers = [() => rm(folder, { recursive: true, force: true })]
  try {
    const estate = makeBenchEstate(changes)
    const books = await writeBooks(join(folder, 'inbox'), estate)
    const ocs = await makeOcs(server, estate.ocs)
    leftovers.push(() => ocs.drop())
    const sides = { python: python.program, books, target: ocs.target, folder }
    const muster = await installMuster({ ...sides, databaseUrl: options.databaseUrl })
    leftovers.push(() => muster.remove())
    return await benchRounds({ estate, ocs, sides, muster }, options.rounds)
  } finally {
    for (const remove of leftovers.reverse()) await remove()
  }
}

/** What both sides run on at one size. */
interface Scene {
  readonly estate: BenchEstate
  readonly ocs: BenchOcs
  readonly sides: PeerRequest
  readonly muster: Installation
}

async function benchRounds(scene: Scene, count: number): Promise<SizeResult> {
  const { ocs, finance, locations, changes } = scene.estate
  const rounds: Round[] = []
  for (let number = 1; number <= count; number++) rounds.push(await benchRound(scene, number))
  return {
    computers: ocs.computers.length,
    assets: finance.length,
    locations: locations.length,
    changes,
    rounds,
  }
}

/** Each side once; who begins alternates. */
async function benchRound(scene: Scene, number: number): Promise<Round> {
  const [loadBefore = 0] = loadavg()
  const musterSide = () => onFreshTags(scene, `round ${number}, Muster`, scene.muster.run)
  const peerSide = () => onFreshTags(scene, `round ${number}, peer`, () => runPeer(scene.sides))
  if (number % 2 === 1) {
    const muster = await musterSide()
    return { muster, peer: await peerSide(), loadBefore }
  }
  const peer = await peerSide()
  return { muster: await musterSide(), peer, loadBefore }
}

/** Runs one side on the TAGs as they were at first; throws unless all are as expected afterwards. */
async function onFreshTags<Run extends JobRun>(
  { estate, ocs }: Scene,
  name: string,
  run: () => Promise<Run>,
): Promise<Run> {
  await ocs.reset()
  spawnSync('sync') // nobody waits for what was written before
  const result = await run()
  const { planned, applied, plan, apply } = result
  const seconds = [plan, apply].map((part) => part.seconds.toFixed(2)).join(' + ')
  console.error(`${estate.changes} changes, ${name}: ${seconds} s`)
  if (planned !== estate.changes || applied !== estate.changes) {
    throw new Error(`${name}: planned ${planned} and applied ${applied}, not ${estate.changes}`)
  }
  const tags = await ocs.tags()
  const wrong = [...estate.tagsAfter].filter(([id, tag]) => tags.get(id) !== tag)
  if (wrong.length > 0 || tags.size !== estate.tagsAfter.size) {
    throw new Error(`${name}: ${wrong.length} TAGs are wrong, for instance of ${wrong[0]?.[0]}`)
  }
  return result
}
