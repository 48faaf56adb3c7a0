import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, fieldWinner } from './field-winner.ts'

const ORDER = ['rmm', 'edr', 'ocs']

function claim(source: string, key: string | null, more: Partial<Claim> = {}): Claim {
  return {
    ...{ recordId: 1, source, key, isBlank: key === null, isSilent: false, heardAt: 0 },
    ...more,
  }
}

/** Why each loser lost, by source. */
function becauseOf(claims: readonly Claim[]) {
  const { losers } = fieldWinner(claims, ORDER)
  return losers.map((lost) => [lost.claim.source, lost.because])
}

describe('fieldWinner', () => {
  it('takes the first in the order, and keeps what the others say', () => {
    const [edr, rmm] = [claim('edr', 'b'), claim('rmm', 'a')]

    expect(fieldWinner([edr, rmm], ORDER)).toEqual({
      ...{ kind: 'won', rule: 'order', winner: rmm, blank: [] },
      losers: [{ claim: edr, because: 'later', agrees: false }],
    })
  })

  it('lets nothing outweigh something', () => {
    const [rmm, edr] = [claim('rmm', null), claim('edr', 'b', { isSilent: true })]

    expect(fieldWinner([rmm, edr], ORDER)).toMatchObject({ winner: edr, blank: [rmm], losers: [] })
  })

  it('passes by a placeholder, and shows it', () => {
    const rmm = claim('rmm', null, { isBlank: false })
    const edr = claim('edr', 'b')

    expect(fieldWinner([rmm, edr], ORDER)).toMatchObject({ rule: 'order', winner: edr })
    expect(becauseOf([rmm, edr])).toEqual([['rmm', 'tells-nothing']])
    expect(fieldWinner([rmm], ORDER)).toMatchObject({
      kind: 'nothing-said',
      losers: [{ claim: rmm, because: 'tells-nothing' }],
    })
  })

  it('passes from a silent owner to the next that is not', () => {
    const rmm = claim('rmm', 'a', { isSilent: true })
    const edr = claim('edr', 'b', { isSilent: true })
    const ocs = claim('ocs', 'a')

    expect(fieldWinner([rmm, edr, ocs], ORDER)).toMatchObject({
      ...{ rule: 'owner-silent', winner: ocs },
      losers: [
        { claim: rmm, because: 'silent', agrees: true },
        { claim: edr, because: 'silent', agrees: false },
      ],
    })
  })

  it('falls back to the order where all are silent', () => {
    const [rmm, edr] = ['rmm', 'edr'].map((source) => claim(source, source, { isSilent: true }))

    expect(fieldWinner([edr!, rmm!], ORDER)).toMatchObject({ rule: 'all-silent', winner: rmm })
  })

  it('takes of two records of one source the one heard of last, and one never heard of after it', () => {
    const old = claim('rmm', 'a', { recordId: 9, heardAt: 5 })
    const young = claim('rmm', 'b', { recordId: 2, heardAt: 7 })
    const never = claim('rmm', 'c', { recordId: 10, heardAt: null })

    expect(fieldWinner([never, old, young], ORDER)).toMatchObject({ rule: 'order', winner: young })
    expect(becauseOf([never, old, young])).toEqual([
      ['rmm', 'other-record'],
      ['rmm', 'other-record'],
    ])
    const newer = { ...never, recordId: 11 }
    expect(fieldWinner([never, newer], ORDER)).toMatchObject({ winner: newer })
  })

  it('takes a source that the order does not name last', () => {
    const [gone, ocs] = [claim('gone', 'x'), claim('ocs', 'y')]

    expect(fieldWinner([gone, ocs], ORDER)).toMatchObject({ winner: ocs })
    expect(fieldWinner([gone], ORDER)).toMatchObject({ rule: 'order', winner: gone })
  })
})

describe('of any claims', () => {
  const anyClaims = fc.uniqueArray(
    fc.record({
      recordId: fc.integer({ min: 1, max: 50 }),
      source: fc.constantFrom(...ORDER, 'unknown'),
      key: fc.option(fc.constantFrom('a', 'b', 'c')),
      isSilent: fc.boolean(),
      heardAt: fc.option(fc.integer({ min: 0, max: 5 })),
      isPlaceholder: fc.boolean(),
    }),
    { selector: ({ recordId }) => recordId, maxLength: 8 },
  )
  const claimsOf = (drawn: typeof anyClaims extends fc.Arbitrary<infer T> ? T : never): Claim[] =>
    drawn.map(({ isPlaceholder, ...each }) => ({
      ...each,
      isBlank: each.key === null && !isPlaceholder,
    }))
  const holds = (property: (claims: Claim[]) => void) =>
    fc.assert(
      fc.property(anyClaims, (drawn) => property(claimsOf(drawn))),
      { numRuns: 500 },
    )

  it('every one is in the answer once', () => {
    holds((claims) => {
      const verdict = fieldWinner(claims, ORDER)
      const told = [
        ...(verdict.kind === 'won' ? [verdict.winner] : []),
        ...verdict.losers.map((lost) => lost.claim),
        ...verdict.blank,
      ]
      const ids = (of: readonly Claim[]) => of.map(({ recordId }) => recordId).toSorted()
      expect(ids(told)).toEqual(ids(claims))
    })
  })

  it('the answer does not depend on the order they come in', () => {
    holds((claims) => {
      expect(fieldWinner(claims.toReversed(), ORDER)).toEqual(fieldWinner(claims, ORDER))
    })
  })

  it('one wins wherever one tells something, and what it says is something', () => {
    holds((claims) => {
      const verdict = fieldWinner(claims, ORDER)
      expect(verdict.kind === 'won').toBe(claims.some(({ key }) => key !== null))
      if (verdict.kind === 'won') expect(verdict.winner.key).not.toBeNull()
    })
  })

  it('a silent one wins only where all that tell something are silent', () => {
    holds((claims) => {
      const verdict = fieldWinner(claims, ORDER)
      if (verdict.kind !== 'won') return
      const telling = claims.filter(({ key }) => key !== null)
      const allSilent = telling.every(({ isSilent }) => isSilent)
      expect(verdict.winner.isSilent).toBe(allSilent)
      expect(verdict.rule === 'all-silent').toBe(allSilent)
    })
  })

  it('no other that is as audible stands before the winner in the order', () => {
    holds((claims) => {
      const verdict = fieldWinner(claims, ORDER)
      if (verdict.kind !== 'won') return
      const { winner } = verdict
      const place = ({ source }: Claim) => (ORDER.includes(source) ? ORDER.indexOf(source) : 9)
      const before = claims.filter(
        (each) =>
          each.key !== null && each.isSilent === winner.isSilent && place(each) < place(winner),
      )
      expect(before).toEqual([])
    })
  })

  it('one more that says nothing changes neither winner nor rule', () => {
    holds((claims) => {
      const before = fieldWinner(claims, ORDER)
      const more = claim('rmm', null, { recordId: 99, heardAt: 9 })
      const after = fieldWinner([...claims, more], ORDER)
      expect(after).toEqual({ ...before, blank: expect.arrayContaining([more]) })
      expect(after.blank).toHaveLength(before.blank.length + 1)
    })
  })
})
