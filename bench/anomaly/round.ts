import { loadavg } from 'node:os'
import type { PlantedPoints } from './planted-points.ts'
import { rankingQuality } from './ranking-quality.ts'
import { type ForestJob, type ForestRun, type ForestTimes, runMuster, runPeer } from './sides.ts'

/** What one side took and came to in a round. */
export interface ForestSide extends ForestTimes {
  readonly peakBytes: number
  /** How well the planted points are told from the others, 0.5 for not at all and 1 for wholly. */
  readonly quality: number
}

/** Both sides once, one after the other. */
export interface ForestRound {
  readonly muster: ForestSide
  readonly peer: ForestSide
  readonly loadBefore: number
}

/** Both sides grow and score with the same points; who begins alternates, and each round has a seed of its own. */
export async function forestRound(
  job: Omit<ForestJob, 'seed'>,
  points: PlantedPoints,
  number: number,
): Promise<ForestRound> {
  const [loadBefore = 0] = loadavg()
  const seeded = { ...job, seed: number }
  const muster = async () => sideOf(await runMuster(seeded), points)
  const peer = async () => sideOf(await runPeer(seeded), points)
  if (number % 2 === 1) return { muster: await muster(), peer: await peer(), loadBefore }
  const peerFirst = await peer()
  return { muster: await muster(), peer: peerFirst, loadBefore }
}

function sideOf({ scores, ...times }: ForestRun, { values, columns, planted }: PlantedPoints) {
  const rows = values.length / columns
  if (scores.length !== rows) throw new Error(`${scores.length} scores of ${rows} points`)
  return { ...times, quality: rankingQuality(scores, planted) }
}
