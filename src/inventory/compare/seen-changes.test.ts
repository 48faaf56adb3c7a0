import { describe, expect, it } from 'vitest'
import type { MachineCourse, MachineState } from './queries.ts'
import { seenChanges } from './seen-changes.ts'

const SPAN = { first: '2026-03-01', last: '2026-03-10' }
const inNorth = (site: string | null) => site === 'Norte'

function course(...states: readonly Partial<MachineState>[]): MachineCourse {
  const plain = { location: null, hostname: null, class: 'server', isSpare: false } as const
  return {
    ...{ recordId: 1, source: 'ninjaone', nativeKey: 'n1' },
    states: states.map((state) => ({
      ...{ ...plain, isBillable: true, from: '2026-02-01', to: 'infinity', site: 'Norte' },
      ...{ displayName: 'one', ...state },
    })),
  }
}

const atSouth = { from: '2026-03-05', site: 'Sur', displayName: 'other', isSpare: true }

describe('seenChanges', () => {
  it('are all changes of a machine that is at sites they see on both days', () => {
    const renamed = { from: '2026-03-04', displayName: 'two' }
    const seen = seenChanges(course({ to: '2026-03-04' }, renamed), SPAN, inNorth)

    expect(seen).toMatchObject({ name: 'two', siteBefore: 'Norte', siteAfter: 'Norte' })
    expect(seen?.changes).toEqual([
      { kind: 'renamed', day: '2026-03-04', before: 'one', after: 'two' },
    ])
  })

  it('are of one that left that it left, under the name it had', () => {
    const seen = seenChanges(course({ to: '2026-03-05' }, atSouth), SPAN, inNorth)

    expect(seen).toEqual({
      ...{ recordId: 1, source: 'ninjaone', nativeKey: 'n1', name: 'one' },
      ...{ siteBefore: 'Norte', siteAfter: null },
      changes: [{ kind: 'moved', day: '2026-03-05', before: 'Norte', after: null }],
    })
  })

  it('are of one that came that it came, under the name it has', () => {
    const away = { ...atSouth, from: '2026-02-01', to: '2026-03-05' }
    const seen = seenChanges(course(away, { from: '2026-03-05' }), SPAN, inNorth)

    expect(seen).toMatchObject({ name: 'one', siteBefore: null, siteAfter: 'Norte' })
    expect(seen?.changes).toEqual([
      { kind: 'moved', day: '2026-03-05', before: null, after: 'Norte' },
    ])
  })

  it('are none of one that was here only in between', () => {
    const before = { ...atSouth, from: '2026-02-01', to: '2026-03-03' }
    const here = { from: '2026-03-03', to: '2026-03-06' }
    const after = { ...atSouth, from: '2026-03-06' }

    expect(seenChanges(course(before, here, after), SPAN, inNorth)).toBeNull()
  })

  it('are none of one whose host name alone is another, which is there all the same', () => {
    const other = { from: '2026-03-04', hostname: 'other.local' }
    const seen = seenChanges(course({ to: '2026-03-04' }, other), SPAN, inNorth)
    expect(seen).toMatchObject({ name: 'one', changes: [] })
  })

  it('tell where to for those who see both', () => {
    const seen = seenChanges(course({ to: '2026-03-05' }, atSouth), SPAN, () => true)
    expect(seen?.changes.map(({ kind }) => kind)).toEqual(['moved', 'renamed', 'became-spare'])
    expect(seen?.siteAfter).toBe('Sur')
  })
})
