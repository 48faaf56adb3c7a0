import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allBridges, type BridgedDays, isStill } from './all-bridges.ts'
import { bridgeOf, countOf } from './bridge.ts'
import type { Kind, KindCount } from './queries.ts'

const SPAN = { first: '2026-11-01', last: '2026-11-20' }

const kind: fc.Arbitrary<Kind> = fc.record({
  site: fc.constantFrom('Alder', 'Birch', null),
  class: fc.constantFrom('server', 'workstation', 'other'),
  isSpare: fc.boolean(),
  isBillable: fc.boolean(),
})
const courses = fc.array(fc.tuple(fc.option(kind), fc.option(kind)), { maxLength: 30 })

/** A comparison of machines by what each was and is, and of some that stood still. */
function comparisonOf(
  ends: readonly (readonly [Kind | null, Kind | null])[],
  still: readonly Kind[] = [],
): BridgedDays {
  const count = (of: Kind): KindCount => ({ ...of, records: 1 })
  const side = (at: 0 | 1) => [...ends.flatMap((each) => each[at] ?? []), ...still].map(count)
  const flows = ends.map(([start, end]) => ({ start, end, records: 1 }))
  return { before: side(0), after: side(1), flows, span: SPAN }
}

describe('allBridges', () => {
  it('come to the counts of the last day, in all and at every site, whatever happened', () => {
    fc.assert(
      fc.property(courses, fc.array(kind, { maxLength: 10 }), (ends, still) => {
        const comparison = comparisonOf(ends, still)

        for (const { scope, measure, bridge } of allBridges(comparison)) {
          const site = scope.kind === 'all' ? undefined : scope.site
          const { start, end, ...terms } = bridge
          const change = Object.values(terms).reduce((sum, term) => sum + term, 0)
          expect(start).toBe(countOf(measure, site, comparison.before))
          expect(end).toBe(countOf(measure, site, comparison.after))
          expect(start + change).toBe(end)
          expect(bridge).toEqual(bridgeOf(measure, site, comparison))
        }
      }),
    )
  })

  it('tell a move at both sites, and not in all', () => {
    const machine = { class: 'server', isSpare: false, isBillable: true } as const
    const comparison = comparisonOf([
      [
        { ...machine, site: 'Alder' },
        { ...machine, site: 'Birch' },
      ],
    ])

    const servers = allBridges(comparison).filter(({ measure }) => measure === 'servers')

    expect(servers.map(({ bridge }) => [bridge.movedIn, bridge.movedOut, bridge.end])).toEqual([
      [0, 0, 1],
      [0, -1, 0],
      [1, 0, 1],
    ])
    expect(servers.map(({ bridge }) => isStill(bridge))).toEqual([true, false, false])
  })

  it('are in all first, then of sites by name, with the machines at no site last', () => {
    const at = (site: string | null): Kind => ({
      ...{ site, class: 'server', isSpare: false, isBillable: true },
    })
    const comparison = comparisonOf([], [at(null), at('Birch'), at('Alder')])

    const scopes = allBridges(comparison).filter(({ measure }) => measure === 'total')

    expect(scopes.map(({ scope }) => (scope.kind === 'all' ? 'all' : scope.site))).toEqual([
      ...['all', 'Alder', 'Birch', null],
    ])
  })

  it('fail loudly where the history contradicts the counts', () => {
    const comparison = comparisonOf([
      [null, { site: 'Alder', class: 'server', isSpare: false, isBillable: true }],
    ])

    expect(() => allBridges({ ...comparison, after: [] })).toThrow(
      'the bridge of total at all sites from 2026-11-01 to 2026-11-20 comes to 1, counted are 0',
    )
  })
})
