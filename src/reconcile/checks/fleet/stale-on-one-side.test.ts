import { describe, expect, it } from 'vitest'
import {
  CEDAR,
  daysAgo,
  guarded,
  HEARD,
  managed,
  sayOf,
} from '../../../../test/support/machines.ts'
import { staleOnOneSide } from './stale-on-one-side.ts'

const said = sayOf(staleOnOneSide)
const heard = (rmm: number | null, edr: number | null, say = said) =>
  say(
    managed({ lastContact: rmm === null ? null : daysAgo(rmm) }),
    guarded({ lastContact: edr === null ? null : daysAgo(edr) }),
  )

describe('stale-on-one-side', () => {
  it('is a machine silent at one source and alive at the other', () => {
    expect(heard(30.5, 1)).toMatchObject({
      subject: 'device:17',
      evidence: {
        records: [{ ref: 'ninjaone:501' }, {}],
        silentAt: 'ninjaone',
        aliveAt: 'threatlocker',
        silentDays: 30,
        staleDays: 14,
      },
    })
    expect(heard(1, 14)?.evidence).toMatchObject({ silentAt: 'threatlocker', silentDays: 14 })
  })

  it.each([
    ['heard of by both', 0, 13.9],
    ['silent at both', 14, 90],
    ['never heard of by one', 0, null],
    ['silent at one and unknown at the other', 90, null],
    ['unknown at both', null, null],
    ['heard of after the collection began', -0.1, 0],
  ])('is not a machine %s', (_case, rmm, edr) => {
    expect(heard(rmm, edr)).toBeNull()
  })

  it('begins on the day the limit is reached, to the instant', () => {
    const justBefore = new Date(daysAgo(14).getTime() + 1)

    expect(heard(14, 0)).not.toBeNull()
    expect(said(managed({ lastContact: justBefore }), guarded())).toBeNull()
  })

  it('counts to when the source itself was last heard, so that a source late by weeks silences nobody', () => {
    const heardAt = new Map([
      ['ninjaone', daysAgo(20)],
      ['threatlocker', HEARD],
    ])
    const late = sayOf(staleOnOneSide, { heardAt })

    expect(heard(21, 0, late)).toBeNull()
    expect(heard(34, 0, late)).not.toBeNull()
  })

  it('says nothing of a source that is not known to have been heard', () => {
    const deaf = sayOf(staleOnOneSide, { heardAt: new Map([['ninjaone', HEARD]]) })

    expect(heard(90, 0, deaf)).toBeNull()
  })

  it('lets a place be patient, as remote management has the machine', () => {
    const rules = [{ at: 'Alder & Birch LLP', staleDays: 60 }]
    const patient = sayOf(staleOnOneSide, { policy: { rules } })

    expect(heard(30, 0, patient)).toBeNull()
    expect(heard(0, 30, patient)).toBeNull()
    expect(heard(61, 0, patient)?.evidence).toMatchObject({ staleDays: 60 })
    const elsewhere = { site: CEDAR, organisation: null, lastContact: daysAgo(30) }
    expect(patient(managed(), guarded(elsewhere))).toBeNull()
    expect(patient(managed(elsewhere), guarded())).not.toBeNull()
    expect(heard(30, 0, sayOf(staleOnOneSide, { policy: { staleDays: 31 } }))).toBeNull()
  })

  it('takes the record heard of last for the machine', () => {
    const before = managed({ recordId: 5, lastContact: daysAgo(200) })

    expect(said(before, managed(), guarded())).toBeNull()
    expect(said(before, managed(), guarded({ lastContact: daysAgo(200) }))).not.toBeNull()
  })
})
