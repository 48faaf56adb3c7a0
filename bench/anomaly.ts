import { mkdir, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type AnomalyOptions, FEWEST_POINTS, readOptions } from './anomaly/options.ts'
import { plantedPoints } from './anomaly/planted-points.ts'
import { ensurePythonWith } from './anomaly/python-with.ts'
import { anomalyReport, type ForestSize } from './anomaly/report.ts'
import { type ForestRound, forestRound } from './anomaly/round.ts'
import { machineFacts } from './history/machine-facts.ts'

const WORK = join(import.meta.dirname, 'work/anomaly')
const RESULT = join(import.meta.dirname, 'results/anomaly.md')
const TARGETS = { ratio: 1, quality: 0.02 }
const TREES = 200
const SCIKIT_LEARN = {
  ...{ module: 'sklearn', name: 'scikit-learn', debianPackage: 'python3-sklearn' },
}

await benchAnomaly(readOptions(process.argv.slice(2)))

/** Grows forests over days with planted anomalies beside a peer, prints the result and keeps it. */
async function benchAnomaly(options: AnomalyOptions): Promise<void> {
  const loads = loadavg()
  const python = ensurePythonWith(SCIKIT_LEARN)
  const sizes: ForestSize[] = []
  for (const points of new Set([FEWEST_POINTS, options.points])) {
    sizes.push(await benchSize(points, options.rounds, python.program))
  }
  const facts = factsOf(options, python.versions, loads)
  const report = anomalyReport(sizes, { facts, targets: TARGETS })
  console.log(report)
  if (!options.keep) return
  await mkdir(join(RESULT, '..'), { recursive: true })
  await writeFile(RESULT, report)
}

async function benchSize(count: number, times: number, python: string): Promise<ForestSize> {
  const points = plantedPoints(count)
  const pointsFile = join(WORK, 'points')
  const job = { python, pointsFile, columns: points.columns, trees: TREES }
  try {
    await mkdir(WORK, { recursive: true })
    await writeFile(pointsFile, points.values)
    const rounds: ForestRound[] = []
    for (let number = 1; number <= times; number += 1) {
      rounds.push(await forestRound({ ...job, scoresFile: join(WORK, 'scores') }, points, number))
      console.error(`${count} points, round ${number} of ${times}`)
    }
    return { points: count, planted: points.planted.size, rounds }
  } finally {
    await rm(WORK, { recursive: true, force: true })
  }
}

/** On what and with what the figures were taken, one fact a line. */
function factsOf(
  { points, rounds }: AnomalyOptions,
  peerVersions: string,
  loads: readonly number[],
): string[] {
  const command = `bench/anomaly.ts --points ${points} --rounds ${rounds}`
  return [...machineFacts(command, { server: null, loads }), `Peer: ${peerVersions}.`]
}
