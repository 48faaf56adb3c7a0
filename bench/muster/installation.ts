import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, measured } from '../measure/measured.ts'
import type { JobRun, PeerRequest } from '../peer/peer.ts'
import { freshOwnData, type OwnData } from './own-data.ts'
import { watchServer } from './server-memory.ts'

/** A step of a run, as Muster keeps it. */
export interface Step {
  readonly name: string
  readonly ms: number
}

/** One run of the main job by Muster. */
export interface MusterRun extends JobRun {
  /** Most memory its own PostgreSQL held at once, in bytes; 0 when that is a server elsewhere. */
  readonly databaseBytes: { readonly plan: number; readonly apply: number }
  /** In the order in which they were taken. */
  readonly steps: readonly Step[]
}

/** Muster installed on some books, with a history that grows from run to run. */
export interface Installation {
  /** Runs `muster plan` and `muster apply latest`, as on the next night. */
  run(): Promise<MusterRun>
  /** Leaves nothing behind. */
  remove(): Promise<void>
}

export interface InstallationRequest extends PeerRequest {
  /** A PostgreSQL server to keep Muster's data on, instead of the one that comes along. */
  readonly databaseUrl: string | undefined
}

type MusterCommand = (...args: readonly string[]) => Command

const LAUNCHER = join(import.meta.dirname, '../../muster')
/** What `muster` ends with when there are differences: there always are. */
const DIFFERENCES = 2

/** Installs Muster with an empty database of its own; installing is no part of the job. */
export async function installMuster(request: InstallationRequest): Promise<Installation> {
  const { python, folder, target } = request
  const own = await freshOwnData(request.databaseUrl, join(folder, 'data'))
  const config = await writeConfig(request)
  const muster: MusterCommand = (...args) => ({
    program: LAUNCHER,
    args: ['--config', config, '--json', ...args],
    env: { DATABASE_URL: own.url, MUSTER_OCS_PASSWORD: target.password },
    goodCodes: [0, DIFFERENCES],
  })
  await measured(python, muster('plans'))
  return { run: () => runJob(python, muster, own), remove: () => own.remove() }
}

async function writeConfig({ books, target, folder }: InstallationRequest): Promise<string> {
  const config = join(folder, 'muster.yaml')
  const { host, port, user, database } = target
  const document = {
    dataFolder: 'data',
    sources: {
      ocs: { host, port, user, database, inventoryField: 'NUMINV' },
      'finance-register': { folder: books.inbox },
      locations: { folder: books.inbox },
    },
    guards: { share: 1 }, // every plan changes almost every row
  }
  await mkdir(folder, { recursive: true })
  await writeFile(config, JSON.stringify(document)) // JSON is YAML
  return config
}

async function runJob(python: string, muster: MusterCommand, own: OwnData): Promise<MusterRun> {
  await own.analyze()
  const plan = await watched(python, muster('plan'), own)
  const apply = await watched(python, muster('apply', 'latest'), own)
  const steps: Step[] = []
  for (const { answer } of [plan, apply]) {
    const { output } = await measured(python, muster('show', `R${answer.run}`))
    steps.push(...JSON.parse(output).steps)
  }
  return {
    plan: plan.measure,
    apply: apply.measure,
    planned: plan.answer.plan?.changes ?? 0,
    applied: apply.answer.outcomes.applied ?? 0,
    databaseBytes: { plan: plan.databaseBytes, apply: apply.databaseBytes },
    steps,
  }
}

async function watched(python: string, command: Command, own: OwnData) {
  const cluster = await own.cluster()
  const watch = cluster === null ? null : watchServer(cluster)
  try {
    const { measure, output } = await measured(python, command)
    return { measure, databaseBytes: (await watch?.stop()) ?? 0, answer: JSON.parse(output) }
  } finally {
    await watch?.stop()
  }
}
