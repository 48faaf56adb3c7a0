import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Concern } from './concern.ts'
import { concernShift, type KnownConcern } from './concern-shift.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const concern = (key: string): Concern => ({
  kind: 'run-failed',
  key,
  details: { task: key, run: 1, state: 'failed', code: null },
  pastAt: null,
})
const known = (id: number, key: string, pastAt: Date | null = null): KnownConcern => ({
  ...{ id, key, pastAt },
})

it('tells apart what is new, what is still there and what was mended', () => {
  const shift = concernShift([known(1, 'a'), known(2, 'b')], [concern('b'), concern('c')], NOW)

  expect(shift).toEqual({ begun: [concern('c')], still: [concern('b')], over: [1], past: [] })
})

it('does not call mended what has merely grown too old', () => {
  const before = [known(1, 'a', NOW), known(2, 'b', new Date(NOW.getTime() + 1))]

  expect(concernShift(before, [], NOW)).toMatchObject({ over: [2], past: [1] })
})

it('accounts for every concern once, whatever there was', () => {
  const keys = fc.uniqueArray(fc.string({ maxLength: 3 }))
  const dates = fc.option(fc.date({ noInvalidDate: true }))
  fc.assert(
    fc.property(keys, keys, fc.infiniteStream(dates), (before, now, pastAts) => {
      const list = before.map((key, index) => known(index, key, pastAts.next().value ?? null))
      const { begun, still, over, past } = concernShift(list, now.map(concern), NOW)

      expect([...begun, ...still].map(({ key }) => key).toSorted()).toEqual(now.toSorted())
      expect(over.length + past.length + still.length).toBe(before.length)
    }),
  )
})
