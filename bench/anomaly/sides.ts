import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, measured } from '../measure/measured.ts'

/** What a side took to grow a forest and score all points, without the start of its process. */
export interface ForestTimes {
  readonly growSeconds: number
  readonly scoreSeconds: number
  /** Of all its threads, over both. */
  readonly processorSeconds: number
}

/** One side at work once. */
export interface ForestRun extends ForestTimes {
  /** The most memory the process ever held, the points and what it runs on included. */
  readonly peakBytes: number
  readonly scores: Float64Array
}

/** What both sides are given. */
export interface ForestJob {
  /** A Python with scikit-learn. */
  readonly python: string
  /** Where the points lie, as 64-bit floats. */
  readonly pointsFile: string
  readonly columns: number
  readonly trees: number
  readonly seed: number
  readonly scoresFile: string
}

const OWN = join(import.meta.dirname, 'forest-process.ts')
const PEER = join(import.meta.dirname, '../peer/isolation_forest.py')

/** Muster's forest, in a process of its own. */
export function runMuster(job: ForestJob): Promise<ForestRun> {
  return run(job, { program: process.execPath, script: OWN })
}

/** scikit-learn's forest, in a process of its own. */
export function runPeer(job: ForestJob): Promise<ForestRun> {
  return run(job, { program: job.python, script: PEER })
}

async function run(
  { python, pointsFile, columns, trees, seed, scoresFile }: ForestJob,
  { program, script }: { readonly program: string; readonly script: string },
): Promise<ForestRun> {
  const numbers = [columns, trees, seed].map(String)
  const args = [script, pointsFile, ...numbers, scoresFile]
  const command: Command = { program, args, env: {}, goodCodes: [0] }
  const { measure, output } = await measured(python, command)
  const times: ForestTimes = JSON.parse(output)
  const bytes = await readFile(scoresFile)
  const scores = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8)
  return { ...times, peakBytes: measure.peakBytes, scores }
}
