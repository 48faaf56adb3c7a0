import { readFileSync, writeFileSync } from 'node:fs'
import { forestScores } from '../../src/analytics/anomaly/forest/forest-scores.ts'
import { growIsolationForest } from '../../src/analytics/anomaly/forest/isolation-forest.ts'
import type { ForestTimes } from './sides.ts'

const MICROSECONDS = 1_000_000

const [points = '', columns, trees, seed, scores = ''] = process.argv.slice(2)
console.log(JSON.stringify(growAndScore()))

/** What the peer does, with the same arguments and the same files: see `peer/isolation_forest.py`. */
function growAndScore(): ForestTimes {
  const bytes = readFileSync(points)
  const values = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
  const all = { values, columns: Number(columns) }
  const processorBefore = process.cpuUsage()
  const started = performance.now()
  const forest = growIsolationForest(all, { trees: Number(trees), seed: Number(seed) })
  const grown = performance.now()
  const found = forestScores(forest, all)
  const ended = performance.now()
  const { user, system } = process.cpuUsage(processorBefore)
  writeFileSync(scores, found)
  return {
    growSeconds: (grown - started) / 1000,
    scoreSeconds: (ended - grown) / 1000,
    processorSeconds: (user + system) / MICROSECONDS,
  }
}
