import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { readServerFile } from '../../src/db/embedded/embedded-files.ts'

/** A watch on the memory of a PostgreSQL server. */
export interface MemoryWatch {
  /** Ends the watch and gives the most memory the server held at once, in bytes. */
  stop(): Promise<number>
}

const EVERY_MS = 100

/** Watches the server of a cluster, whenever there is one; Linux tells it of each process. */
export function watchServer(cluster: { readonly folder: string }): MemoryWatch {
  let ended = false
  let peak = 0
  const watching = (async () => {
    while (!ended) {
      peak = Math.max(peak, await serverBytes(cluster))
      await sleep(EVERY_MS)
    }
  })()
  const stop = async () => {
    ended = true
    await watching
    return peak
  }
  return { stop }
}

interface Resident {
  readonly anonymous: number
  readonly file: number
  readonly shared: number
}

/** What each process has to itself, and once what the processes share. */
async function serverBytes(cluster: { readonly folder: string }): Promise<number> {
  const server = await readServerFile(cluster).catch(() => null)
  if (server === null) return 0
  const processes = [server.pid, ...(await childrenOf(server.pid))]
  const residents = await Promise.all(processes.map(residentOf))
  const most = (part: keyof Resident) => Math.max(...residents.map((it) => it[part]))
  const own = residents.reduce((sum, { anonymous }) => sum + anonymous, 0)
  return own + most('file') + most('shared')
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}

/** A process that has just ended holds nothing. */
async function residentOf(pid: number): Promise<Resident> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const bytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024
  return { anonymous: bytes('RssAnon'), file: bytes('RssFile'), shared: bytes('RssShmem') }
}
