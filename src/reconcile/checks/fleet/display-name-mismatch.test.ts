import { describe, expect, it } from 'vitest'
import { daysAgo, guarded, managed, sayOf } from '../../../../test/support/machines.ts'
import { displayNameMismatch } from './display-name-mismatch.ts'

const said = sayOf(displayNameMismatch)
const named = (rmm: string | null, edr: string | null) =>
  said(managed({ displayName: rmm }), guarded({ displayName: edr }))

describe('display-name-mismatch', () => {
  it('is two names that people gave, beside each other', () => {
    expect(named('Reception PC', "Sam's laptop")).toMatchObject({
      subject: 'device:17',
      evidence: {
        records: [{ ref: 'ninjaone:501' }, { displayName: "Sam's laptop" }],
        displayNames: { ninjaone: 'Reception PC', threatlocker: "Sam's laptop" },
      },
    })
  })

  it.each([
    ['case', 'Reception PC', 'RECEPTION pc'],
    ['spaces at the ends', 'Reception PC', ' Reception PC\u00a0 '],
  ])('is not a difference of %s', (_of, one, other) => {
    expect(named(one, other)).toBeNull()
  })

  it.each([
    ['blank at remote management', null, "Sam's laptop"],
    ['blank at endpoint protection', 'Reception PC', '  '],
    ['the host name', 'Reception PC', 'ALB-RECEPTION-01'],
    ['the host name with its domain', 'alb-reception-01.alder.example', "Sam's laptop"],
    ['the host name with a person behind it', 'Reception PC', 'ALB-RECEPTION-01 | Sam'],
    ['the host name in another case, with spaces', ' Alb-Reception-01 ', "Sam's laptop"],
    ['the host name cut at 15 characters', 'ALB-RECEPTION-0', "Sam's laptop"],
  ])('is not where a name is %s', (_is, rmm, edr) => {
    expect(named(rmm, edr)).toBeNull()
  })

  it('knows the host name also where the other source has it whole and its own is cut', () => {
    const cut = managed({ displayName: 'ALB-RECEPTION-01', hostname: 'ALB-RECEPTION-0' })

    expect(said(cut, guarded({ displayName: "Sam's laptop" }))).toBeNull()
    expect(said({ ...cut, hostname: null }, guarded({ displayName: 'Sam' }))).toBeNull()
  })

  it('takes the name of a former host for a name', () => {
    const renamed = { hostname: 'ALB-FRONT-02' }
    const [rmm, edr] = [managed(renamed), guarded({ ...renamed, displayName: 'ALB-RECEPTION-01' })]

    expect(said(rmm, edr)).not.toBeNull()
  })

  it('compares addresses as names: they are no host names', () => {
    expect(named('10.7.0.21', 'Reception PC')).not.toBeNull()
  })

  it('compares the records heard of last', () => {
    const old = managed({ recordId: 5, displayName: 'Old PC', lastContact: daysAgo(30) })
    const equal = guarded({ displayName: 'Reception PC' })

    expect(said(old, managed(), equal)).toBeNull()
    expect(said(old, managed(), guarded({ displayName: 'Old PC' }))).not.toBeNull()
  })

  it('says nothing of a machine that one of the two does not list', () => {
    expect(said(managed())).toBeNull()
    expect(said(guarded())).toBeNull()
  })
})
