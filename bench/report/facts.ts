import { cpus, release, totalmem, type } from 'node:os'
import packageFile from '../../package.json' with { type: 'json' }
import type { BenchOptions } from '../options.ts'

const GIB = 1024 ** 3

/** What was measured with, and when the machine had what to do. */
export interface Circumstances {
  readonly options: BenchOptions
  readonly mariadbVersion: string
  readonly peerVersions: string
  /** Load averages of 1, 5 and 15 minutes before anything was done. */
  readonly loadAtStart: readonly number[]
}

/** On what, with what and how the figures were taken, one fact a line. */
export function factsOf(circumstances: Circumstances): string[] {
  const { options, mariadbVersion, peerVersions, loadAtStart } = circumstances
  const { rows, rounds, databaseUrl } = options
  const [processor] = cpus()
  const memory = (totalmem() / GIB).toFixed(0)
  const store = databaseUrl ? 'a PostgreSQL server' : 'the PostgreSQL that comes along'
  const loads = loadAtStart.map((load) => load.toFixed(2)).join(', ')
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- --rows ${rows} --rounds ${rounds}\`.`,
    `Machine: ${cpus().length} cores (${processor?.model.trim()}), ${memory} GiB of memory, ${system()}.`,
    `Muster ${packageFile.version} on Node ${process.versions.node}, its data on ${store}; OCS on MariaDB ${mariadbVersion}.`,
    `Peer: ${peerVersions}.`,
    `Load average when the run began: ${loads} (1, 5 and 15 minutes).`,
  ]
}

function system(): string {
  return `${type()} ${release().split('.').slice(0, 2).join('.')}`
}
