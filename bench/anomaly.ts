import { mkdir, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { anomalyFigures, type ForestSize } from './anomaly/figures.ts'
import { type AnomalyOptions, FEWEST_POINTS, readOptions } from './anomaly/options.ts'
import { plantedPoints } from './anomaly/planted-points.ts'
import { ensurePythonWith } from './anomaly/python-with.ts'
import { anomalyReport } from './anomaly/report.ts'
import { type ForestRound, forestRound } from './anomaly/round.ts'
import { keepResult } from './report/keep-result.ts'

const WORK = join(import.meta.dirname, 'work/anomaly')
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
  const { rounds, keepIn } = options
  const figures = anomalyFigures(sizes, TARGETS)
  await keepResult({
    ...{ name: 'anomaly', figures, keepIn, loads, versions: { peer: python.versions } },
    command: `node bench/anomaly.ts --points ${options.points} --rounds ${rounds}`,
    report: (facts) => anomalyReport(sizes, { facts, figures }),
  })
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
