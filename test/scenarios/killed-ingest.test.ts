import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeChance } from '../../demo/chance.ts'
import { type EventDesk, type KeptCounts, makeEventDesk } from '../support/event-desk.ts'
import { oddFile, salesFile } from '../support/event-files.ts'
import { testDatabase } from '../support/postgres.ts'
import type { StoppableMuster } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster killed ingest '))
afterAll(() => rm(folder, { recursive: true }))

const METRICS = ['sold', 'returned', 'visits']
/** After so many kills that left nothing it is run to its end; all others are followed by the next kill. */
const AGAIN = 6
const NOTHING: KeptCounts = {
  ...{ sources: 0, metrics: 0, uploads: 0, chunks: 0, events: 0 },
  ...{ conflicts: 0, rejections: 0, days: 0 },
}
const odd = oddFile({ rows: 20_500, days: 20, metrics: METRICS }, makeChance(7))

/** Which file is taken in how, how often that is killed, and what it comes to. */
const FILES = [
  {
    what: 'a file of new events',
    ...{ text: salesFile({ rows: 41_000, days: 20, metrics: METRICS }).text, kills: 30 },
    ...{ options: [] as string[], answer: { rows: 41_000, inserted: 41_000 } },
  },
  {
    what: 'a file with duplicates, conflicts and refused rows',
    ...{ text: odd.text, kills: 10, options: ['--lenient', '--replace'] },
    answer: { rows: odd.rows, ...odd.counts },
  },
]

describe.each(FILES)('muster ingest of $what, killed with -9', async (file) => {
  const database = await testDatabase()
  const chance = makeChance(file.kills)
  const seen = { before: 0, during: 0, after: 0, ended: 0 }
  let desk: EventDesk
  let path = ''
  let whole: KeptCounts
  const tookMs = { starting: 0, writing: 0 }
  const args = () => ['ingest', path, '--source', 'pos', ...file.options]

  beforeAll(async () => {
    desk = await makeEventDesk({ folder: join(folder, `${file.kills}`), database })
    path = await desk.file('sales.csv', file.text)
    const startedAt = performance.now()
    const started = desk.start(args())
    await reach(started, () => desk.isWriting())
    tookMs.starting = performance.now() - startedAt
    expect((await started.ended).answer.files).toMatchObject([{ state: 'taken', ...file.answer }])
    tookMs.writing = performance.now() - startedAt - tookMs.starting
    whole = await desk.kept()
    expect(await desk.wrongDays()).toEqual([])
    await desk.forget()
  })

  it(`leaves all of it or nothing, ${file.kills} times at instants of chance`, {
    timeout: 180_000,
  }, async () => {
    for (let kill = 0; kill < file.kills; kill += 1) {
      const isKilled = await killAt((kill + chance.below(1_000) / 1_000) / file.kills)
      if (!isKilled) {
        kill -= 1 // it was quicker than the one that was measured
        tookMs.writing *= QUICKER
      }
      const isWhole = (await desk.kept()).uploads > 0
      expect(await desk.kept()).toEqual(isWhole ? whole : NOTHING)
      if (isWhole || kill % AGAIN === 0) await takeAgain(isWhole)
    }
    console.log(`${file.what}, killed: ${JSON.stringify(seen)}`)
    expect(seen.before + seen.during + seen.after).toBe(file.kills)
    expect(seen.before).toBeGreaterThan(0)
    expect(seen.during).toBeGreaterThanOrEqual(file.kills / 5)
  })

  /** A second run takes it in whole, or says that it is the same. */
  async function takeAgain(isWhole: boolean): Promise<void> {
    const { answer } = await desk.muster(...args())
    expect(answer.files).toMatchObject(
      isWhole ? [{ state: 'same', inserted: 0 }] : [{ state: 'taken', ...file.answer }],
    )
    expect(await desk.kept()).toEqual(whole)
    expect(await desk.wrongDays()).toEqual([])
    await desk.forget()
  }

  /**
   * Starts it and kills it at this share of its life: before it has written anything, counted from its
   * start; while it writes, counted from when it begins to; at last as soon as the file is there. Waits
   * until the database has noticed. False where it came to its end before.
   */
  async function killAt(share: number): Promise<boolean> {
    const started = desk.start(args())
    if (share < STARTING) await sleep((share / STARTING) * tookMs.starting)
    else if (share < THERE) {
      await reach(started, () => desk.isWriting())
      await sleep(((share - STARTING) / (THERE - STARTING)) * tookMs.writing * WELL_BEFORE)
    } else await reach(started, async () => (await desk.kept()).uploads > 0)
    const isWriting = await desk.isWriting()
    started.signal('SIGKILL')
    const { signal } = await started.ended
    await desk.quiet()
    const { uploads } = await desk.kept()
    if (signal === null) seen.ended += 1
    else if (uploads > 0) seen.after += 1
    else if (isWriting) seen.during += 1
    else seen.before += 1
    return signal !== null
  }

  async function reach({ ended }: StoppableMuster, isReached: () => Promise<boolean>) {
    let isRunning = true
    ended.then(() => {
      isRunning = false
    })
    while (isRunning && !(await isReached())) await sleep(5)
  }
})

/** Up to which share of the kills it only starts, and from which on the file is there. */
const [STARTING, THERE] = [0.2, 0.9]
/** How much of its writing is killed by the clock; what comes later mostly comes too late. */
const WELL_BEFORE = 0.9
const QUICKER = 0.85
