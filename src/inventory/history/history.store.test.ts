import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Said, saidOn, takeDay, versionsOf } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'

const database = await testDatabase()
let sources = 0

/** A source of its own, with the days given taken in that order; gives its name. */
async function sourceWith(days: readonly (readonly [day: string, said: Said])[]): Promise<string> {
  sources += 1
  const source = `s${sources}`
  for (const [day, said] of days) await takeDay(database, { source, day, said })
  return source
}

describe('a record in the history', () => {
  it('has one version for as long as it says the same', async () => {
    const source = await sourceWith([
      ['2026-01-01', { a: 'A' }],
      ['2026-01-02', { a: 'A' }],
      ['2026-01-05', { a: 'A' }],
    ])

    expect(await versionsOf(database, source)).toEqual([['a', '2026-01-01', 'infinity', 'A']])
  })

  it('has its old version closed on the day it says otherwise', async () => {
    const source = await sourceWith([
      ['2026-01-01', { a: 'A' }],
      ['2026-01-03', { a: 'B' }],
    ])

    expect(await versionsOf(database, source)).toEqual([
      ['a', '2026-01-01', '2026-01-03', 'A'],
      ['a', '2026-01-03', 'infinity', 'B'],
    ])
  })

  it('is gone from the first day that lacks it, and may come back', async () => {
    const source = await sourceWith([
      ['2026-01-01', { a: 'A', b: 'B' }],
      ['2026-01-02', { b: 'B' }],
      ['2026-01-04', { a: 'A', b: 'B' }],
    ])

    expect(await versionsOf(database, source)).toEqual([
      ['a', '2026-01-01', '2026-01-02', 'A'],
      ['a', '2026-01-04', 'infinity', 'A'],
      ['b', '2026-01-01', 'infinity', 'B'],
    ])
  })
})

describe('a day taken in again', () => {
  it('changes nothing when it says the same', async () => {
    const source = await sourceWith([
      ['2026-01-01', { a: 'A', b: 'B' }],
      ['2026-01-02', { a: 'A2', c: 'C' }],
    ])
    const before = await versionsOf(database, source)

    const shift = await takeDay(database, {
      source,
      day: '2026-01-02',
      said: { a: 'A2', c: 'C' },
    })

    expect(shift).toEqual({ opened: 0, changed: 0, closed: 0, unchanged: 2 })
    expect(await versionsOf(database, source)).toEqual(before)
  })

  it('opens again just what its first try had closed', async () => {
    const first = { a: 'A', b: 'B' }
    const source = await sourceWith([
      ['2026-01-01', first],
      ['2026-01-02', { a: 'A2', c: 'C' }],
      ['2026-01-02', first],
    ])

    expect(await versionsOf(database, source)).toEqual([
      ['a', '2026-01-01', 'infinity', 'A'],
      ['b', '2026-01-01', 'infinity', 'B'],
    ])
  })
})

describe('a past day taken in late', () => {
  it('speaks for itself until the next known day, which stays as it was', async () => {
    const source = await sourceWith([
      ['2026-01-01', { a: 'A', b: 'B' }],
      ['2026-01-09', { a: 'A', b: 'B' }],
      ['2026-01-05', { a: 'X' }],
    ])

    expect(await versionsOf(database, source)).toEqual([
      ['a', '2026-01-01', '2026-01-05', 'A'],
      ['a', '2026-01-05', '2026-01-09', 'X'],
      ['a', '2026-01-09', 'infinity', 'A'],
      ['b', '2026-01-01', '2026-01-05', 'B'],
      ['b', '2026-01-09', 'infinity', 'B'],
    ])
  })

  it('lets what was already so begin on it', async () => {
    const source = await sourceWith([
      ['2026-01-09', { a: 'A' }],
      ['2026-01-05', { a: 'A' }],
    ])

    expect(await versionsOf(database, source)).toEqual([['a', '2026-01-05', 'infinity', 'A']])
  })

  it('joins what it had parted when it is taken in again as the days around it', async () => {
    const source = await sourceWith([
      ['2026-01-01', { a: 'A' }],
      ['2026-01-09', { a: 'A' }],
      ['2026-01-05', { a: 'X' }],
      ['2026-01-05', { a: 'A' }],
    ])

    expect(await versionsOf(database, source)).toEqual([['a', '2026-01-01', 'infinity', 'A']])
  })
})

it('says of every known day what was said on it, whatever days came in what order, in as few versions as can be', async () => {
  const said = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('A', 'B'), {
    noNullPrototype: true,
  })
  const day = fc.integer({ min: 1, max: 6 }).map((n) => `2026-03-0${n}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(day, said), { minLength: 1, maxLength: 9 }),
      async (days) => {
        const source = await sourceWith(days)

        const last = new Map(days)
        for (const [known, words] of last) {
          expect(await saidOn(database, source, known)).toEqual({ ...words })
        }
        expect(await versionsOf(database, source)).toEqual(fewestVersions(last))
      },
    ),
    { numRuns: 60 },
  )
})

/** Versions as one would write them by hand: from each known day to the next, joined while the same. */
function fewestVersions(known: ReadonlyMap<string, Said>): string[][] {
  const days = [...known.keys()].toSorted()
  const keys = [...new Set([...known.values()].flatMap((said) => Object.keys(said)))].toSorted()
  const versions: string[][] = []
  for (const key of keys) {
    for (const [at, day] of days.entries()) {
      const name = known.get(day)?.[key]
      if (name === undefined) continue
      const until = days[at + 1] ?? 'infinity'
      const before = versions.at(-1)
      const isSame = before?.[0] === key && before[2] === day && before[3] === name
      if (isSame) before[2] = until
      else versions.push([key, day, until, name])
    }
  }
  return versions
}
