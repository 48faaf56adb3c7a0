import { describe, expect, it } from 'vitest'
import { TWO_VENDORS } from '../../../test/support/machines.ts'
import type { SourceStanding } from '../../inventory/machine/queries.ts'
import { duplicateInSource } from './fleet/duplicate-in-source.ts'
import { missingInEdr } from './fleet/missing-in-edr.ts'
import { organisationMismatch } from './fleet/organisation-mismatch.ts'
import { planLooks } from './plan-looks.ts'

const standing = (source: string, changed: Partial<SourceStanding> = {}): SourceStanding => ({
  source,
  day: '2026-11-21',
  state: 'complete',
  heardAt: new Date('2026-11-21T03:00:00Z'),
  ...changed,
})
const rmm = standing('ninjaone')

describe('planLooks', () => {
  it('looks where every source of a scope is complete, as of the one heard first', () => {
    const heardAt = new Date('2026-11-20T02:00:00Z')
    const edr = standing('threatlocker', { day: '2026-11-20', heardAt })

    expect(planLooks([missingInEdr], TWO_VENDORS, [rmm, edr])).toEqual([
      {
        check: 'missing-in-edr',
        scope: 'ninjaone+threatlocker',
        sources: ['ninjaone', 'threatlocker'],
        compared: { ninjaone: '2026-11-21', threatlocker: '2026-11-20' },
        skipped: null,
        asOf: heardAt,
      },
    ])
  })

  it.each([
    ['held', 'held', standing('threatlocker', { state: 'held', day: '2026-11-20' })],
    ['partial', 'partial', standing('threatlocker', { state: 'partial', day: '2026-11-20' })],
    ['failed', 'failed', standing('threatlocker', { state: 'failed', day: '2026-11-20' })],
    [
      'complete but not taken in',
      'not-taken-in',
      standing('threatlocker', { day: null, heardAt: null }),
    ],
  ])('skips a scope with a source that is %s, and says why', (_case, why, edr) => {
    const [look] = planLooks([missingInEdr], TWO_VENDORS, [rmm, edr])

    expect(look).toMatchObject({
      compared: { ninjaone: '2026-11-21', threatlocker: edr.day },
      skipped: { threatlocker: why },
      asOf: null,
    })
  })

  it('skips a scope with a source that was never collected', () => {
    const [look] = planLooks([missingInEdr], TWO_VENDORS, [rmm])

    expect(look).toMatchObject({
      compared: { ninjaone: '2026-11-21', threatlocker: null },
      skipped: { threatlocker: 'never-collected' },
    })
    expect(Object.keys(look?.skipped ?? {})).toEqual(['threatlocker'])
  })

  it('skips only the scopes that the source is part of', () => {
    const sources = { ...TWO_VENDORS, machines: [...TWO_VENDORS.machines, 'ocs'] }
    const standings = [rmm, standing('threatlocker', { state: 'held' }), standing('ocs')]

    const looks = planLooks([duplicateInSource, organisationMismatch], sources, standings)

    expect(looks.filter(({ skipped }) => skipped === null).map(({ scope }) => scope)).toEqual([
      'ninjaone',
      'ocs',
      'ninjaone+ocs',
    ])
    expect(looks).toHaveLength(6)
  })
})
