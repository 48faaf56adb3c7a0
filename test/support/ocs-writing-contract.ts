import { describe, expect, it } from 'vitest'
import {
  benchWith,
  change,
  computer,
  estateOf,
  type OcsBench,
  replaceWith,
  settingsFor,
  tagsOf,
} from './ocs-estate.ts'

const APPLIED = { kind: 'applied' }

/** What writing to OCS promises on whatever engine it is kept. */
export function describeWriting(engine: string, makeBench: () => Promise<OcsBench>): void {
  describe(`writing to OCS on ${engine}`, () => {
    it('replaces each TAG whose planned state still stands, in the order given', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([1, 2, 3].map((hardwareId) => computer({ hardwareId }))),
      )
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(settings, [
        change(3, { to: "Edif Ñ-Sala d'Arte \\ 100 %" }),
        change(1),
      ])

      expect(outcomes).toEqual([APPLIED, APPLIED])
      expect(await tagsOf(settings)).toEqual({
        1: 'New-1',
        2: 'Old-2',
        3: "Edif Ñ-Sala d'Arte \\ 100 %",
      })
    })

    it('leaves a record alone that moved since planning and says what stands there', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([
          computer({ hardwareId: 1, tag: 'By hand' }),
          computer({ hardwareId: 2, inventoryNumber: 'other' }),
          computer({ hardwareId: 3 }),
        ]),
      )
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(settings, [change(1), change(2), change(3), change(4)])

      expect(outcomes).toEqual([
        { kind: 'moved', found: { value: 'By hand', inventoryNumber: '10_200_000001' } },
        { kind: 'moved', found: { value: 'Old-2', inventoryNumber: 'other' } },
        APPLIED,
        { kind: 'moved', found: null },
      ])
      expect(await tagsOf(settings)).toEqual({ 1: 'By hand', 2: 'Old-2', 3: 'New-3' })
    })

    it.each([
      ['case', 'abc', 'ABC'],
      ['accents', 'Ñ-5', 'N-5'],
      ['trailing spaces', 'Sala ', 'Sala'],
      ['sharp s', 'Straße', 'Strasse'],
      ['empty and null', '', null],
      ['composed and decomposed letters', '\u00e1', 'a\u0301'],
    ])('does not take %s for equal', async (_, stored, planned) => {
      const bench = await benchWith(
        makeBench,
        estateOf([
          computer({ hardwareId: 1, tag: stored }),
          computer({ hardwareId: 2, inventoryNumber: stored }),
        ]),
      )
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(settings, [
        change(1, { from: planned }),
        change(2, { inventoryNumber: planned }),
      ])

      expect(outcomes).toEqual([
        { kind: 'moved', found: { value: stored, inventoryNumber: '10_200_000001' } },
        { kind: 'moved', found: { value: 'Old-2', inventoryNumber: stored } },
      ])
      expect(await tagsOf(settings)).toEqual({ 1: stored, 2: 'Old-2' })
    })

    it('replaces from nothing, with nothing, and with the same', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([
          computer({ hardwareId: 1, tag: null, inventoryNumber: null }),
          computer({ hardwareId: 2 }),
          computer({ hardwareId: 3 }),
          computer({ hardwareId: 4, tag: '' }),
        ]),
      )
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(settings, [
        change(1, { from: null, inventoryNumber: null }),
        change(2, { to: null }),
        change(3, { to: 'Old-3' }),
        change(4, { from: '', to: ' ' }),
      ])

      expect(outcomes).toEqual([APPLIED, APPLIED, APPLIED, APPLIED])
      expect(await tagsOf(settings)).toEqual({ 1: 'New-1', 2: null, 3: 'Old-3', 4: ' ' })
    })

    it('replaces with nothing in every record of a batch and puts it back', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([1, 2].map((hardwareId) => computer({ hardwareId }))),
      )
      const settings = settingsFor(bench.target)
      const changes = [1, 2].map((id) => change(id, { to: null }))
      const undo = changes.map((it) => ({ ...it, from: it.to, to: it.from }))

      expect(await replaceWith(settings, changes)).toEqual([APPLIED, APPLIED])
      expect(await tagsOf(settings)).toEqual({ 1: null, 2: null })
      expect(await replaceWith(settings, undo)).toEqual([APPLIED, APPLIED])
      expect(await tagsOf(settings)).toEqual({ 1: 'Old-1', 2: 'Old-2' })
    })

    it('reports what no longer fits the second time', async () => {
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })]))
      const settings = settingsFor(bench.target)
      await replaceWith(settings, [change(1)])

      const outcomes = await replaceWith(settings, [change(1)])

      const found = { value: 'New-1', inventoryNumber: '10_200_000001' }
      expect(outcomes).toEqual([{ kind: 'moved', found }])
    })

    it('takes two changes of one record one after the other', async () => {
      const bench = await benchWith(makeBench, estateOf([computer({ hardwareId: 1 })]))
      const settings = settingsFor(bench.target)
      const first = change(1, { to: 'Between' })

      const outcomes = await replaceWith(settings, [first, change(1, { from: 'Between' }), first])

      const found = { value: 'New-1', inventoryNumber: '10_200_000001' }
      expect(outcomes).toEqual([APPLIED, APPLIED, { kind: 'moved', found }])
    })

    it('fails a TAG that is too long or no text, cuts nothing, and writes the others', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([1, 2, 3].map((hardwareId) => computer({ hardwareId }))),
      )
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(settings, [
        change(1, { to: 'x'.repeat(256) }),
        change(2, { to: 'half a pair \ud83d' }),
        change(3, { to: 'Ñ'.repeat(255) }),
      ])

      expect(outcomes).toEqual([
        { kind: 'failed', reason: expect.stringMatching(/too long|length/) },
        { kind: 'failed', reason: 'not-unicode' },
        APPLIED,
      ])
      expect(await tagsOf(settings)).toEqual({ 1: 'Old-1', 2: 'Old-2', 3: 'Ñ'.repeat(255) })
    })

    it('fails the one record a trigger of the database refuses', async () => {
      const bench = await benchWith(
        makeBench,
        estateOf([1, 2, 3].map((hardwareId) => computer({ hardwareId }))),
      )
      await bench.run(bench.refusingTrigger)
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(settings, [
        change(1),
        change(2, { to: 'Refused' }),
        change(3),
      ])

      expect(outcomes).toEqual([APPLIED, { kind: 'failed', reason: 'no such room' }, APPLIED])
      expect(await tagsOf(settings)).toEqual({ 1: 'New-1', 2: 'Old-2', 3: 'New-3' })
    })

    it('fails and takes back a TAG the database stores otherwise than it was given', async () => {
      const ids = [1, 2, 3, 4]
      const computers = ids.map((hardwareId) => computer({ hardwareId }))
      const bench = await benchWith(makeBench, estateOf(computers))
      await bench.run(bench.alteringTrigger)
      const settings = settingsFor(bench.target)

      const outcomes = await replaceWith(
        settings,
        ids.map((id) => change(id, id === 3 ? { to: 'Quiet' } : {})),
      )

      const reason = 'stored-instead: "Altered"'
      expect(outcomes).toEqual([APPLIED, APPLIED, { kind: 'failed', reason }, APPLIED])
      expect(await tagsOf(settings)).toEqual({ 1: 'New-1', 2: 'New-2', 3: 'Old-3', 4: 'New-4' })
    })

    it('gives one outcome per change of a large batch, whatever became of a few', async () => {
      const ids = Array.from({ length: 1_300 }, (_, at) => at + 1)
      const bench = await benchWith(
        makeBench,
        estateOf(ids.map((hardwareId) => computer({ hardwareId }))),
      )
      await bench.run('delete from accountinfo where HARDWARE_ID = 700')
      const settings = settingsFor(bench.target)
      const changes = ids.toReversed().map((id) => change(id))

      const outcomes = await replaceWith(settings, changes)

      expect(outcomes).toHaveLength(1_300)
      expect(outcomes[600]).toEqual({ kind: 'moved', found: null })
      expect(outcomes.filter(({ kind }) => kind === 'applied')).toHaveLength(1_299)
      const tags = await tagsOf(settings)
      const wrong = ids.filter((id) => tags[id] !== (id === 700 ? null : `New-${id}`))
      expect(wrong).toEqual([])
    })

    it('does nothing for no change', async () => {
      const bench = await benchWith(makeBench, estateOf([]))

      expect(await replaceWith(settingsFor(bench.target), [])).toEqual([])
    })
  })
}
