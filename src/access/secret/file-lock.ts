import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSystemError } from '../../db/system-error.ts'

/** What is done under a lock takes milliseconds: one held this long was left by a server that was killed. */
const ABANDONED_AFTER_MS = 2_000
const LOOK_AGAIN_MS = 20

/** Does work on a file that several servers share while no other does: beside it lies a lock that one alone can make. */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  abandonedAfterMs = ABANDONED_AFTER_MS,
): Promise<T> {
  const lock = `${file}.lock`
  const mine = randomUUID()
  await take(lock, mine, abandonedAfterMs)
  try {
    return await work()
  } finally {
    if ((await holderOf(lock)) === mine) await rm(lock, { force: true })
  }
}

async function take(lock: string, mine: string, abandonedAfterMs: number): Promise<void> {
  let seen: string | null = null
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    try {
      return await writeFile(lock, mine, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error
    }
    const holder = await holderOf(lock)
    if (holder !== seen) waited = 0
    else if (holder !== null && waited >= abandonedAfterMs) await takeAway(lock, holder)
    seen = holder
    await sleep(LOOK_AGAIN_MS)
  }
}

/** Another one may have taken it over between the look and the deed: then it gets it back. */
async function takeAway(lock: string, abandoned: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`
  try {
    await rename(lock, aside)
    if ((await holderOf(aside)) !== abandoned) await link(aside, lock)
  } catch (error) {
    if (!isSystemError(error, 'ENOENT') && !isSystemError(error, 'EEXIST')) throw error // somebody was quicker
  }
  await rm(aside, { force: true })
}

async function holderOf(lock: string): Promise<string | null> {
  return readFile(lock, 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return null
    throw error
  })
}
