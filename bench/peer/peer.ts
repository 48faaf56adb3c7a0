import { join } from 'node:path'
import type { BenchOcs } from '../books/ocs.ts'
import type { Books } from '../books/workbooks.ts'
import { type Measure, measured } from '../measure/measured.ts'

/** One run of the main job, in its two parts. */
export interface JobRun {
  readonly plan: Measure
  readonly apply: Measure
  /** How many changes were planned, and then written. */
  readonly planned: number
  readonly applied: number
}

const SCRIPT = join(import.meta.dirname, 'main_job.py')

/** What a side of the benchmark is run with. */
export interface PeerRequest {
  /** A Python that has the peer's libraries. */
  readonly python: string
  readonly books: Books
  readonly target: BenchOcs['target']
  /** For what is written on the way. */
  readonly folder: string
}

/** Runs the script: `plan` writes a file of changes, `apply` makes them. */
export async function runPeer({ python, books, target, folder }: PeerRequest): Promise<JobRun> {
  const changes = join(folder, 'changes.csv')
  const env = {
    OCS_HOST: target.host,
    OCS_PORT: String(target.port),
    OCS_USER: target.user,
    OCS_PASSWORD: target.password,
    OCS_DATABASE: target.database,
  }
  const step = async (...args: readonly string[]) => {
    const command = { program: python, args: [SCRIPT, ...args], env, goodCodes: [0] }
    const { measure, output } = await measured(python, command)
    return { measure, count: Number(output.trim()) }
  }
  const plan = await step('plan', books.finance, books.locations, changes)
  const apply = await step('apply', changes)
  return {
    plan: plan.measure,
    apply: apply.measure,
    planned: plan.count,
    applied: apply.count,
  }
}
