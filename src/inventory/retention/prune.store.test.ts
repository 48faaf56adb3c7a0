import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { type Said, saidOn, takeDay } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { addDays } from '../../lib/day.ts'
import { retentionStore } from './store.ts'

const database = await testDatabase()
const retention = retentionStore(database)
const TODAY = '2026-06-15'
const KEPT = { dailyFor: 5, monthEnds: 3 }

afterEach(forget)

it('takes what holds on no kept day, and says so beforehand without taking it', async () => {
  const days = ['2026-01-31', '2026-05-01', '2026-05-20', '2026-05-31', '2026-06-14']
  for (const [at, day] of days.entries()) {
    await takeDay(database, { source: 's', day, said: { a: `A${at}`, b: 'B' } })
  }
  await retention.closeMonths(TODAY)

  const would = await retention.wouldPrune(TODAY, KEPT)
  expect(await saidOn(database, 's', '2026-05-20')).toEqual({ a: 'A2', b: 'B' })
  const did = await retention.prune(TODAY, KEPT)

  expect(would).toEqual({
    days: ['2026-01-31', '2026-05-01', '2026-05-20'],
    versions: 3,
    links: 0,
  })
  expect(did).toEqual(would)
  expect(await saidOn(database, 's', '2026-05-20')).toEqual({ b: 'B' })
  expect(await saidOn(database, 's', '2026-05-31')).toEqual({ a: 'A3', b: 'B' })
  expect(await retention.prune(TODAY, KEPT)).toEqual({ days: [], versions: 0, links: 0 })
})

it('lets a day that came late end its month, and takes the one that did so far', async () => {
  await takeDay(database, { source: 's', day: '2026-04-28', said: { a: 'A28' } })
  await takeDay(database, { source: 's', day: '2026-06-14', said: { a: 'A' } })
  await retention.closeMonths(TODAY)
  await retention.prune(TODAY, KEPT)
  expect(await retention.isDueToGo('2026-04-30', { today: TODAY, retention: KEPT })).toBe(true)

  await takeDay(database, { source: 's', day: '2026-04-30', said: { a: 'A30' } })
  await takeDay(database, { source: 's', day: '2026-04-29', said: { a: 'A29' } })
  const would = await retention.wouldPrune(TODAY, KEPT)
  const [moved] = await retention.closeMonths(TODAY)

  expect(moved).toMatchObject({ day: '2026-04-30', insteadOf: '2026-04-28' })
  expect(await retention.closeMonths(TODAY)).toEqual([])
  expect(await retention.monthEnds()).toEqual([
    { source: 's', month: '2026-04-01', day: '2026-04-30' },
  ])
  expect(await retention.isDueToGo('2026-04-30', { today: TODAY, retention: KEPT })).toBe(false)
  expect(would.days).toEqual(['2026-04-28', '2026-04-29'])
  expect(await retention.prune(TODAY, KEPT)).toEqual(would)
  expect(await saidOn(database, 's', '2026-04-30')).toEqual({ a: 'A30' })
})

it('changes no answer for a day that is kept, whatever the history', {
  timeout: 120_000,
}, async () => {
  const said = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('A', 'B'), {
    noNullPrototype: true,
  })
  const day = fc.integer({ min: -140, max: 0 }).map((ago) => addDays(TODAY, ago))
  const source = fc.constantFrom('s', 't')
  await fc.assert(
    fc
      .asyncProperty(
        fc.array(fc.tuple(source, day, said), { minLength: 1, maxLength: 12 }),
        async (days) => {
          for (const [of, when, words] of days) {
            await takeDay(database, { source: of, day: when, said: words })
          }
          const ends = await retention.closeMonths(TODAY)
          const { days: going } = await retention.wouldPrune(TODAY, KEPT)
          const kept = days.map(([, when]) => when).filter((when) => !going.includes(when))
          const before = await answers(kept)

          await retention.prune(TODAY, KEPT)

          expect(await answers(kept)).toEqual(before)
          const recent = ends.filter(({ month }) => month >= '2026-03-01')
          expect(recent.filter(({ day: end }) => !kept.includes(end))).toEqual([])
        },
      )
      .afterEach(forget),
    { numRuns: 40 },
  )
})

it('takes days in as ever after others were pruned', { timeout: 120_000 }, async () => {
  const said = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('A', 'B'), {
    noNullPrototype: true,
  })
  const day = fc.integer({ min: -60, max: 0 }).map((ago) => addDays(TODAY, ago))
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(day, said) },
    { weight: 1, arbitrary: fc.constant('prune' as const) },
  )
  await fc.assert(
    fc
      .asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const known = new Map<string, Said>()
        for (const each of steps) {
          if (each === 'prune') {
            const { days } = await retention.prune(TODAY, KEPT)
            for (const pruned of days) known.delete(pruned)
          } else {
            await takeDay(database, { source: 's', day: each[0], said: each[1] })
            known.set(each[0], { ...each[1] })
          }
          for (const [when, words] of known) {
            expect(await saidOn(database, 's', when)).toEqual(words)
          }
        }
      })
      .afterEach(forget),
    { numRuns: 60 },
  )
})

async function answers(days: readonly string[]): Promise<Said[]> {
  const found: Said[] = []
  for (const day of days) {
    found.push(await saidOn(database, 's', day), await saidOn(database, 't', day))
  }
  return found
}

async function forget(): Promise<void> {
  for (const table of ['month_end', 'record_version', 'record_pulse', 'record', 'collection']) {
    await database.pool.query(`delete from ${table}`)
  }
}
