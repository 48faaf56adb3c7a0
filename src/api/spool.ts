import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setInterval } from 'node:timers'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { isSystemError } from '../db/system-error.ts'
import { AppError } from '../lib/errors.ts'
import { type HeldPlaces, heldPlaces, type PlaceLimits } from './held-places.ts'

declare module 'fastify' {
  interface FastifyInstance {
    spool: Spool
  }
}

/** Where files that are sent lie while they are worked on. */
export interface Spool {
  readonly uploads: HeldPlaces
  /** A new folder that only we may enter. */
  folder(): Promise<string>
  /** Says that this server is alive, and removes what servers left that are not. */
  lookAfter(): Promise<void>
  /** Leaves nothing of this server. */
  close(): Promise<void>
}

/** What a spool goes by. */
export interface SpoolOrder {
  /** Several servers may share it. */
  readonly root: string
  readonly limits: PlaceLimits
  /** A server that said nothing for so long is dead. */
  readonly deadMs?: number
}

const DEAD_MS = 10 * 60_000
const LOOK_AFTER_MS = 30_000
const SERVER = 'server-'
const ALIVE = 'alive'

/** Lays files down in a folder of this server's own, made when the first comes. */
export function openSpool({ root, limits, deadMs = DEAD_MS }: SpoolOrder): Spool {
  let own: Promise<string> | null = null
  const ownFolder = () => {
    own ??= makeOwn(root).catch((error) => {
      own = null
      throw error
    })
    return own
  }
  return {
    uploads: heldPlaces(limits, tooMany),
    async folder() {
      try {
        return await mkdtemp(join(await ownFolder(), 'muster-sent-'))
      } catch (error) {
        if (!isSystemError(error, 'ENOENT')) throw error
        own = null // another server took us for dead
        return mkdtemp(join(await ownFolder(), 'muster-sent-'))
      }
    },
    async lookAfter() {
      const mine = await own?.catch(() => null)
      if (mine) await sayAlive(mine).catch(() => {}) // a folder that is gone is made anew for the next file
      const others = (await serversIn(root)).filter((folder) => folder !== mine)
      if (others.length === 0) return
      const now = await lastAlive(await ownFolder()) // by the clock of the disk, which is one for all
      for (const other of others) {
        const then = await lastAlive(other)
        if (now === null || then === null || now - then < deadMs) continue
        await rm(other, { recursive: true, force: true, maxRetries: 3 })
      }
    },
    async close() {
      const mine = await own?.catch(() => null)
      if (mine) await rm(mine, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Has a server look after its spool from its start to its end. */
export function spoolFor(
  http: FastifyInstance,
  { order, log }: { readonly order: SpoolOrder; readonly log: FastifyBaseLogger },
): void {
  const spool = openSpool(order)
  http.decorate('spool', spool)
  const look = () =>
    spool
      .lookAfter()
      .catch((error) => log.error({ err: error }, 'what dead servers left of uploads stays'))
  const timer = setInterval(look, LOOK_AFTER_MS).unref()
  http.addHook('onReady', look)
  http.addHook('onClose', () => {
    clearInterval(timer)
    return spool.close()
  })
}

async function makeOwn(root: string): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(root, SERVER))
  await sayAlive(folder)
  return folder
}

function sayAlive(folder: string): Promise<void> {
  return writeFile(join(folder, ALIVE), '.', { mode: 0o600 })
}

/** Folders of servers, our own and those of others. */
async function serversIn(root: string): Promise<string[]> {
  try {
    const names = await readdir(root)
    return names.filter((name) => name.startsWith(SERVER)).map((name) => join(root, name))
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return []
    throw error
  }
}

/** When a server last said that it is alive, or began; null where it just went. */
async function lastAlive(folder: string): Promise<number | null> {
  for (const place of [join(folder, ALIVE), folder]) {
    const found = await stat(place).catch(() => null)
    if (found) return found.mtimeMs
  }
  return null
}

/** Whoever waits for one of these to come to its end waits for a while. */
const RETRY_AFTER_SECONDS = 15

function tooMany(of: 'caller' | 'server', most: number): AppError {
  return new AppError('request.too-many-uploads', {
    ...{ of, most, retryAfterSeconds: RETRY_AFTER_SECONDS },
  })
}
