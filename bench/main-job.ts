import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
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
import { type Installation, installMuster } from './muster/installation.ts'
import { type BenchOptions, readOptions } from './options.ts'
import { ensurePackages, type PeerPython } from './packages.ts'
import { type JobRun, type PeerRequest, runPeer } from './peer/peer.ts'
import { factsOf } from './report/facts.ts'
import { reportText } from './report/report.ts'
import type { Round, SizeResult } from './report/round.ts'

const WORK = join(import.meta.dirname, 'work')
const RESULT = join(import.meta.dirname, 'results/main-job.md')
const TARGETS = { planSeconds: 15, applySeconds: 20, share: 1 / 3 }
/** Beside the size asked for, for growth. */
const SHARES = [0.1, 0.3, 1]

interface Setting {
  readonly server: MariadbServer
  readonly python: PeerPython
  readonly options: BenchOptions
}

await benchMainJob(readOptions(process.argv.slice(2)))

/** Runs the main job beside its peer, prints the result and keeps it. */
async function benchMainJob(options: BenchOptions): Promise<void> {
  const python = ensurePackages(process.env)
  const loadAtStart = loadavg()
  const report = await withMariadb(process.env.MUSTER_TEST_MARIADB_URL, async (server) => {
    const sizes: SizeResult[] = []
    for (const share of SHARES) {
      const changes = Math.round(options.rows * share)
      sizes.push(await benchSize({ server, python, options }, changes))
    }
    const facts = factsOf({
      options,
      mariadbVersion: await mariadbVersion(server),
      peerVersions: python.versions,
      loadAtStart,
    })
    return reportText(sizes, { facts, targets: TARGETS })
  })
  console.log(report)
  if (!options.keep) return
  await mkdir(join(RESULT, '..'), { recursive: true })
  await writeFile(RESULT, report)
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
