import { jobDesk } from '../../src/jobs/queue/ask.ts'
import { askDue } from '../../src/jobs/queue/ask-due.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { entriesOf, NEVER } from '../../src/jobs/queue/timetable.ts'
import { addDays } from '../../src/lib/day.ts'
import type { Drill, Scene } from '../drill.ts'
import { absent, namesOn } from '../kill/questions.ts'
import { wholeWriting } from '../kill/writing.ts'
import type { Verdict } from '../tally.ts'
import { type Trial, withTrial } from '../world/trial.ts'

const HOUR_MS = 3_600_000

/** Collects at hours that jump; the last one is now. What was known of days before stays. */
async function collectAt(trial: Trial, days: readonly number[]): Promise<Verdict> {
  const { world, url } = trial
  const past = addDays(world.today, -12)
  const known = await namesOn(trial, past)
  const wrong: string[] = []
  for (const day of [...days, 0]) {
    const { code, answer } = await world.at(url, () => world.morning(day)).json('collect')
    if (code !== 0)
      wrong.push(`the collect of day ${day} ended with ${code}: ${JSON.stringify(answer)}`)
    wrong.push(...(await trial.breaches('settled')))
  }
  const wanted = world.fleet.namesOn(0)
  const now = await namesOn(trial, world.today)
  return {
    lost: [...absent(wanted, now), ...absent(known, await namesOn(trial, past))],
    wrong: [...wrong, ...absent(now, wanted).map((name) => `"${name}" is there today`)],
  }
}

/** A clock that goes backwards at every look, an hour at a time, while a plan is made and applied. */
async function backwards(trial: Trial): Promise<Verdict> {
  const clock = { at: Date.now() }
  const now = () => {
    clock.at -= HOUR_MS
    return new Date(clock.at)
  }
  const { code, answer } = await trial.world
    .at(trial.url, now)
    .json('apply', `P${trial.world.plan}`)
  const { lost, wrong } = await wholeWriting(trial, 'apply', { code, answer })
  return { lost, wrong: [...wrong, ...(await trial.breaches('settled'))] }
}

/** What is due is asked for once, however the clock jumps about between the looks. */
async function timetable(trial: Trial): Promise<Verdict> {
  const { database } = trial
  const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
  const who = { host: 'drill', pid: process.pid, version: '0' }
  const desk = jobDesk({ database, who, boss, wake: () => {} })
  const entries = entriesOf({ ...NEVER, housekeeping: '0 4 * * *' }, [])
  const by = { actor: 'schedule', cause: 'schedule', language: 'en' } as const
  const asked: number[] = []
  for (const days of [-3, -1, 0, -2, 0, -1, 0]) {
    const look = { database, desk, entries, timeZone: 'UTC', now: trial.world.morning(days), by }
    const found = await askDue(look)
    asked.push(found.length)
    await database.pool.query(
      "update run set state = 'agreed', ended_at = now() where state = 'queued'",
    )
  }
  await boss.stop({ graceful: false })
  const wanted = [0, 1, 1, 0, 0, 0, 0]
  const isOnce = JSON.stringify(asked) === JSON.stringify(wanted)
  return {
    lost: [],
    wrong: isOnce ? [] : [`asked for ${asked.join(', ')}, not ${wanted.join(', ')}`],
  }
}

async function run({ tally, world, seed, isQuick }: Scene): Promise<void> {
  const jumps = [[-1], [-3, 2, -2], [40], [400, -20]]
  const asked = isQuick ? jumps.slice(0, 2) : jumps
  for (const days of asked) {
    await tally.attempt(`seed ${seed}, collected on days ${[...days, 0].join(', ')}`, async () =>
      withTrial(await world(), 'history', (trial) => collectAt(trial, days)),
    )
  }
  await tally.attempt(`seed ${seed}, a clock that goes backwards`, async () =>
    withTrial(await world(), 'planned', backwards),
  )
  await tally.attempt(`seed ${seed}, what is due while the clock jumps`, async () =>
    withTrial(await world(), 'history', timetable),
  )
  tally.notRun(
    'the clock of a whole process',
    'it would take a program that none of our tools brings',
  )
}

export const clockJumps: Drill = {
  name: 'clock-jumps',
  does: 'the clock jumps to and fro between and during tasks',
  killShare: 0,
  run,
}
