import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Told, takeDay } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { placeOrganisations } from '../site/place-organisations.task.ts'
import { siteStore } from '../site/store.ts'
import { bridgeOf, countOf, MEASURES } from './bridge.ts'
import { changesOf } from './machine-change.ts'
import { compareStore } from './store.ts'

const database = await testDatabase()
const compare = compareStore(database)
let sources = 0

type Machine = Told[string]
const plain: Machine = {
  name: 'Desk',
  organisation: 'Alder',
  class: 'workstation',
  isSpare: false,
  isBillable: true,
}

/** A source of its own with these days; its organisations are sites of their own. */
async function fleetOf(days: readonly (readonly [string, Told])[]): Promise<void> {
  sources += 1
  const source = `s${sources}`
  await database.pool.query('delete from site_alias; delete from organisation')
  await database.pool.query(
    'delete from record_pulse; delete from record_version; delete from record',
  )
  await database.pool.query('delete from collection; delete from site')
  for (const [day, said] of days) {
    await takeDay(database, { source, day, said })
    await placeOrganisations(siteStore(database), day, [source])
  }
}

async function changesBetween(first: string, last: string) {
  const { courses, span } = await compare.between({ first, last })
  return courses
    .flatMap((course) => changesOf(course, span))
    .map(({ kind, day, nativeKey, before, after }) => [nativeKey, kind, day, before, after])
}

describe('between two days a machine', () => {
  it('is added, removed, moved, renamed, reclassified or spare, each with the day it happened', async () => {
    const all = { a: plain, b: plain, c: plain, d: plain, e: plain, same: plain }
    await fleetOf([
      ['2026-01-01', all],
      ['2026-01-05', { ...all, b: { ...plain, organisation: 'Birch' }, f: plain }],
      [
        '2026-01-09',
        {
          ...{ b: { ...plain, organisation: 'Birch' }, c: { ...plain, name: 'Front' }, f: plain },
          ...{
            d: { ...plain, class: 'server' },
            e: { ...plain, isSpare: true, isBillable: false },
          },
          same: plain,
        },
      ],
    ])

    expect(await changesBetween('2026-01-02', '2026-01-09')).toEqual([
      ['a', 'removed', '2026-01-09', 'Desk', null],
      ['b', 'moved', '2026-01-05', 'Alder', 'Birch'],
      ['c', 'renamed', '2026-01-09', 'Desk', 'Front'],
      ['d', 'reclassified', '2026-01-09', 'workstation', 'server'],
      ['e', 'became-spare', '2026-01-09', 'in-use', 'spare'],
      ['e', 'billing-changed', '2026-01-09', 'billable', 'not-billable'],
      ['f', 'added', '2026-01-05', null, 'Desk'],
    ])
  })

  it('is not told of when it came and went, or changed and changed back', async () => {
    await fleetOf([
      ['2026-01-01', { a: plain }],
      ['2026-01-02', { a: { ...plain, name: 'Other' }, b: plain }],
      ['2026-01-03', { a: plain }],
    ])

    expect(await changesBetween('2026-01-01', '2026-01-03')).toEqual([])
  })
})

it('is given page by page, of all sites or of one, with bridges of them all', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const all = Object.fromEntries(names.map((name) => [name, plain]))
  const later = {
    ...{ ...all, a: { ...plain, organisation: 'Birch' }, c: { ...plain, name: 'Front' } },
    ...{ e: { ...plain, organisation: 'Cedar' }, f: { ...plain, organisation: 'Birch' } },
  }
  await fleetOf([
    ['2026-03-01', all],
    ['2026-03-05', later],
  ])
  const span = { first: '2026-03-01', last: '2026-03-05' }
  const keysOf = async (site: string | undefined, limit: number, offset: number) => {
    const { courses, total } = await compare.page(span, { site, limit, offset })
    return [total, ...courses.map(({ nativeKey }) => nativeKey)]
  }

  expect(await keysOf(undefined, 2, 0)).toEqual([4, 'a', 'c'])
  expect(await keysOf(undefined, 2, 2)).toEqual([4, 'e', 'f'])
  expect(await keysOf('Birch', 10, 0)).toEqual([2, 'a', 'f'])
  expect(await keysOf('Alder', 10, 1)).toEqual([3, 'c', 'e'])
  const { courses: _, ...whole } = await compare.between(span)
  const { courses: __, ...page } = await compare.page(span, { site: 'Birch', limit: 1, offset: 0 })
  expect({ ...page, total: whole.total }).toEqual(whole)
  expect((await compare.between(span)).courses.slice(0, 2)).toEqual(
    (await compare.page(span, { site: undefined, limit: 2, offset: 0 })).courses,
  )
})

it('has a bridge that sums, at every site and in all, whatever happened', {
  timeout: 120_000,
}, async () => {
  const machine = fc.record({
    name: fc.constantFrom('A', 'B'),
    organisation: fc.constantFrom('Alder', 'Birch', 'Cedar'),
    class: fc.constantFrom('server', 'workstation', 'other'),
    isSpare: fc.boolean(),
    isBillable: fc.boolean(),
  }) as fc.Arbitrary<Machine>
  const fleet = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), machine, {
    noNullPrototype: true,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fleet, { minLength: 2, maxLength: 5 }), async (fleets) => {
      await fleetOf(fleets.map((said, at) => [`2026-02-0${at + 1}`, said] as const))
      const last = `2026-02-0${fleets.length}`

      const { after, ...input } = await compare.between({ first: '2026-02-01', last })

      for (const measure of MEASURES) {
        for (const site of [undefined, null, 'Alder', 'Birch', 'Cedar']) {
          const { start, end, ...terms } = bridgeOf(measure, site, input)
          expect(start + Object.values(terms).reduce((sum, term) => sum + term, 0)).toBe(end)
          expect(end).toBe(countOf(measure, site, after))
        }
      }
    }),
    { numRuns: 40 },
  )
})
