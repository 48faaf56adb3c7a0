import { linkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './launch-words.mjs'

const BEAT_MS = 2_000
const DEAD_AFTER_MS = 20_000

/** Lets one start at a time install. Who holds the lock touches it; one nobody touches is taken over. */
export async function withInstallLock(root, work) {
  const file = join(root, '.install-lock')
  await take(file)
  const release = () => rmSync(file, { force: true })
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), BEAT_MS)
  const abandon = (signal) => {
    release()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.on('SIGINT', abandon).on('SIGTERM', abandon).on('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('SIGINT', abandon).off('SIGTERM', abandon).off('exit', release)
    release()
  }
}

async function take(file) {
  for (let turn = 0; !tryTake(file); turn += 1) {
    if (turn === 0) say('waiting')
    if (isDead(file)) takeAway(file)
    await sleep(200)
  }
}

function tryTake(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isDead(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > DEAD_AFTER_MS
  } catch {
    return false
  }
}

/** Another one may have taken it over between the look and the deed: then it gets it back. */
function takeAway(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (!isDead(aside)) linkSync(aside, file)
  } catch {
    // somebody else was quicker
  }
  rmSync(aside, { force: true })
}
