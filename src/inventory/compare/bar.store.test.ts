import { expect, it } from 'vitest'
import { type Told, takeDay } from '../../../test/support/history-days.ts'
import { testDatabase } from '../../../test/support/postgres.ts'
import { placeOrganisations } from '../site/place-organisations.task.ts'
import { siteStore } from '../site/store.ts'
import type { Bar } from './bar-queries.ts'
import { bridgeOf, MEASURES } from './bridge.ts'
import { compareStore } from './store.ts'

const database = await testDatabase()
const compare = compareStore(database)
const SPAN = { first: '2026-01-01', last: '2026-01-05' }

const desk: Told[string] = {
  name: 'Desk',
  organisation: 'Alder',
  class: 'workstation',
  isSpare: false,
  isBillable: true,
}
const server: Told[string] = { ...desk, class: 'server' }

const DAYS: readonly (readonly [string, Told])[] = [
  [
    '2026-01-01',
    { gone: desk, spared: desk, moves: server, turns: desk, unbilled: server, x: desk },
  ],
  [
    '2026-01-05',
    {
      ...{ x: { ...desk, name: 'Front' }, came: server, turns: server },
      spared: { ...desk, isSpare: true, isBillable: false },
      moves: { ...server, organisation: 'Birch' },
      unbilled: { ...server, organisation: 'Birch', isBillable: false },
    },
  ],
]

for (const [day, said] of DAYS) {
  await takeDay(database, { source: 'vendor', day, said })
  await placeOrganisations(siteStore(database), day, ['vendor'])
}

async function keysOf(bar: Bar, site?: string | null) {
  const { courses, total } = await compare.page(SPAN, { site, bar, limit: 100, offset: 0 })
  expect(courses).toHaveLength(total)
  return courses.map(({ nativeKey }) => nativeKey)
}

it('opens a bar into the machines it counts', async () => {
  expect(await keysOf({ measure: 'total', term: 'added' })).toEqual(['came'])
  expect(await keysOf({ measure: 'total', term: 'removed' })).toEqual(['gone'])
  expect(await keysOf({ measure: 'servers', term: 'reclassifiedIn' })).toEqual(['turns'])
  expect(await keysOf({ measure: 'spare', term: 'reclassifiedIn' })).toEqual(['spared'])
  expect(await keysOf({ measure: 'billable', term: 'reclassifiedOut' })).toEqual([
    ...['spared', 'unbilled'],
  ])
  expect(await keysOf({ measure: 'servers', term: 'movedIn' }, 'Birch')).toEqual([
    ...['moves', 'unbilled'],
  ])
  expect(await keysOf({ measure: 'servers', term: 'movedIn' }, 'Alder')).toEqual([])
})

it('has as many machines in a bar as the bar is long, of every measure and place', async () => {
  const { after: _, ...input } = await compare.between(SPAN)
  for (const measure of MEASURES) {
    for (const site of [undefined, null, 'Alder', 'Birch']) {
      const { start, end, ...terms } = bridgeOf(measure, site, input)
      for (const [term, length] of Object.entries(terms) as [Bar['term'], number][]) {
        if (site === undefined && term.startsWith('moved')) continue
        const found = await keysOf({ measure, term }, site)
        expect([measure, site, term, found.length]).toEqual([measure, site, term, Math.abs(length)])
      }
    }
  }
})
