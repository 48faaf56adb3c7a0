import { cpus, release, totalmem, type } from 'node:os'
import packageFile from '../../package.json' with { type: 'json' }
import type { KeptResult } from './kept-result.ts'

/** When, on what and with what figures were taken. */
export type Circumstances = Omit<KeptResult, 'name' | 'figures'>

/** What a benchmark knows of its circumstances. */
export interface Taken {
  /** As it is typed in the folder of the project: `node bench/checks.ts --rounds 3`. */
  readonly command: string
  /** Of what is measured with, Muster and Node apart: `{ peer: 'Python 3.11.2' }`. */
  readonly versions?: Readonly<Record<string, string>>
  /** Load averages of 1, 5 and 15 minutes before anything was done. */
  readonly loads: readonly number[]
}

const GIB = 1024 ** 3

/** The circumstances of figures that were taken on this machine today. */
export function circumstancesOf({ command, versions, loads }: Taken): Circumstances {
  const [processor] = cpus()
  return {
    takenOn: new Date().toISOString().slice(0, 10),
    command,
    machine: {
      cores: cpus().length,
      model: processor?.model.trim() ?? '',
      memoryGib: Math.round(totalmem() / GIB),
      system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
    },
    versions: { Muster: packageFile.version, Node: process.versions.node, ...versions },
    loadAtStart: [...loads],
  }
}

/** The versions line of a PostgreSQL, and whether it is the one that comes along. */
export function postgresVersion({ version, isOwn }: { version: string; isOwn: boolean }) {
  return { PostgreSQL: `${version}, ${isOwn ? 'the one that comes along' : 'on a server'}` }
}

/** The circumstances in words, one fact a line. */
export function factLines({ takenOn, command, ...rest }: Circumstances): string[] {
  const { machine, versions, loadAtStart } = rest
  const { cores, model, memoryGib, system } = machine
  const loads = loadAtStart.map((load) => load.toFixed(2)).join(', ')
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [
    `Taken on ${takenOn} with \`${command}\`.`,
    `Machine: ${cores} cores (${model}), ${memoryGib} GiB of memory, ${system}.`,
    `${named.join('; ')}.`,
    `Load average when the run began: ${loads} (1, 5 and 15 minutes).`,
  ]
}
