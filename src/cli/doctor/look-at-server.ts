import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ServerSettings } from '../../config-server.ts'
import { judgeListener, judgeWeb, type Listener } from './judge-server.ts'
import { reach } from './reach.ts'
import type { Remark } from './remark.ts'

/** Where `npm run build:web` leaves the first page. */
const FIRST_PAGE = join(import.meta.dirname, '../../../web/dist/index.html')
const WITHIN_MS = 5_000

const Alive = z.object({ status: z.literal('alive'), version: z.string() })

/** Whether the place the server listens at is free, or ours. */
export async function lookAtServer({ host, port }: ServerSettings): Promise<Remark> {
  const place = `${host}:${port}`
  if (port === 0) return judgeListener({ kind: 'any-port' }, place)
  return judgeListener(await listenerAt(new URL(`http://${calledAs(host)}:${port}/health`)), place)
}

/** Whether the pages people see are built. */
export async function lookAtWeb(): Promise<Remark> {
  const built = await stat(FIRST_PAGE).catch(() => null) // not there, or not ours to read: not served either
  return judgeWeb(built?.mtime ?? null)
}

async function listenerAt(url: URL): Promise<Listener> {
  if ((await reach(url)) !== null) return { kind: 'nobody' }
  const answer = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS), redirect: 'error' })
    .then((response) => response.json())
    .catch(() => null) // whatever it is, it does not answer as Muster does
  const { data } = Alive.safeParse(answer)
  return data ? { kind: 'muster', version: data.version } : { kind: 'other' }
}

/** Every network of this machine is reached from within by its own name. */
function calledAs(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
