import { cpus, release, totalmem, type } from 'node:os'
import packageFile from '../../package.json' with { type: 'json' }

const GIB = 1024 ** 3

/** What figures were taken with. */
export interface Circumstances {
  /** A PostgreSQL that is our own came along; null where none takes part. */
  readonly server: { readonly version: string; readonly isOwn: boolean } | null
  /** Load averages of 1, 5 and 15 minutes before anything was done. */
  readonly loads: readonly number[]
}

/** On what and with what figures were taken, one fact a line. */
export function machineFacts(command: string, { server, loads }: Circumstances): string[] {
  const [processor] = cpus()
  const memory = (totalmem() / GIB).toFixed(0)
  const system = `${type()} ${release().split('.').slice(0, 2).join('.')}`
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)} with \`node ${command}\`.`,
    `Machine: ${cpus().length} cores (${processor?.model.trim()}), ${memory} GiB of memory, ${system}.`,
    `Muster ${packageFile.version} on Node ${process.versions.node}${storeWords(server)}.`,
    `Load average when the run began: ${loads.map((load) => load.toFixed(2)).join(', ')} (1, 5 and 15 minutes).`,
  ]
}

function storeWords(server: Circumstances['server']): string {
  if (server === null) return ''
  return `; PostgreSQL ${server.version}, ${server.isOwn ? 'the one that comes along' : 'on a server'}`
}
