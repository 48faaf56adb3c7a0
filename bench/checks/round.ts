import { mkdir } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { openKeyRing } from '../../src/db/key-ring.ts'
import { addDays, type Day } from '../../src/lib/day.ts'
import type { Installation } from '../history/collect.ts'
import { firstDay, nextDay } from '../history/fleet/fleet-day.ts'
import { freshOwnData } from '../muster/own-data.ts'
import { type ExpectedLook, expectedLook } from './expected-look.ts'
import { type Collected, spendNight } from './night.ts'
import {
  createDisagreement,
  type Look,
  lookAsMuster,
  lookAsPeer,
  type WatchedLook,
} from './sides.ts'
import type { TrueNight } from './standing.ts'

/** One look by both sides, one after the other. */
export interface BothLooks {
  readonly muster: WatchedLook
  readonly peer: WatchedLook
  /** What both had to find, and did. */
  readonly expected: ExpectedLook
  readonly loadBefore: number
}

/** All looks of one round, in their order. */
export interface ChecksRound {
  readonly first: BothLooks
  readonly next: BothLooks
  readonly again: BothLooks
  /** What the second day brought in. */
  readonly collected: Collected
  readonly serverVersion: string
}

/** What a round is made with. */
export interface Scene {
  readonly devices: number
  /** The Python of the peer. */
  readonly python: string
  readonly databaseUrl: string | undefined
  readonly folder: string
}

/** A day into an empty database and a look at it, the next day and a look, and the same look again. */
export async function checksRound(scene: Scene, number: number): Promise<ChecksRound> {
  const dataFolder = join(scene.folder, 'data')
  const own = await freshOwnData(scene.databaseUrl, dataFolder)
  try {
    const settings = own.url === '' ? { dataFolder } : { url: own.url }
    const database = await openDatabase(settings)
    try {
      const cluster = await own.cluster()
      await mkdir(scene.folder, { recursive: true })
      const ring = await openKeyRing(join(scene.folder, 'key-ring.json'))
      const of = { database, settings, cluster, python: scene.python }
      return await roundIn({ ...scene, of, into: { database, ring } }, number)
    } finally {
      await database.close()
    }
  } finally {
    await own.remove()
  }
}

interface Installed extends Scene {
  readonly of: Omit<Look, 'night' | 'expected'>
  readonly into: Installation
}

async function roundIn(installed: Installed, number: number): Promise<ChecksRound> {
  const { devices, of, into, folder } = installed
  const inbox = join(folder, 'inbox')
  await createDisagreement(of.database)
  const [today, yesterday] = lastDays()
  const before = { fleet: firstDay(devices), day: yesterday }
  const night = { fleet: nextDay(before.fleet), day: today }
  await spendNight(into, before, inbox)
  const first = await inTurn(lookAt(of, null, before), number)
  const collected = await spendNight(into, night, inbox)
  const next = await inTurn(lookAt(of, before, night), number)
  const again = await inTurn(lookAt(of, night, night), number)
  return { first, next, again, collected, serverVersion: await versionOf(of.database) }
}

/** `before` is what was looked at last; null for nothing. */
function lookAt(of: Installed['of'], before: TrueNight | null, night: TrueNight): Look {
  return { ...of, night, expected: expectedLook(before?.fleet ?? null, night.fleet) }
}

/** Machines were in contact within days of today, so that the days are the last two as well. */
function lastDays(): [today: Day, yesterday: Day] {
  const today: Day = new Date().toISOString().slice(0, 10)
  return [today, addDays(today, -1)]
}

/** Each side once; who begins alternates from round to round. */
async function inTurn(look: Look, number: number): Promise<BothLooks> {
  const [loadBefore = 0] = loadavg()
  const { expected } = look
  if (number % 2 === 1) {
    const muster = await lookAsMuster(look)
    return { muster, peer: await lookAsPeer(look), expected, loadBefore }
  }
  const peer = await lookAsPeer(look)
  return { muster: await lookAsMuster(look), peer, expected, loadBefore }
}

async function versionOf({ pool }: Database): Promise<string> {
  const { rows } = await pool.query(`select current_setting('server_version') as version`)
  return rows[0].version
}
