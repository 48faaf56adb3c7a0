import { describe, expect, it } from 'vitest'
import { CEDAR, daysAgo, guarded, managed, sayOf } from '../../../../test/support/machines.ts'
import { missingInEdr } from './missing-in-edr.ts'
import { missingInRmm } from './missing-in-rmm.ts'

const LOST = { recordId: 901, rule: 'hostname', reason: { kind: 'other-site' } } as const

describe('missing-in-edr', () => {
  const said = sayOf(missingInEdr)

  it('is a machine of remote management without the agent, named and placed as there', () => {
    expect(said(managed({ lost: LOST }))).toEqual({
      subject: 'device:17',
      name: 'alb-reception-01.alder.example',
      siteId: 1,
      building: null,
      municipality: null,
      evidence: {
        records: [
          {
            ref: 'ninjaone:501',
            displayName: 'Reception PC',
            hostname: 'alb-reception-01.alder.example',
            serial: 'SIM0501',
            site: 'Alder & Birch LLP',
            lastContact: '2026-11-21T03:00:00.000Z',
          },
        ],
        missingIn: ['threatlocker'],
        lost: LOST,
      },
    })
  })

  it('is named by its display name where it has no host name', () => {
    expect(said(managed({ hostname: null }))?.name).toBe('Reception PC')
    expect(said(managed({ hostname: null, displayName: null }))?.name).toBeNull()
  })

  it.each([
    ['with the agent', [managed(), guarded()]],
    ['with an agent that has never checked in', [managed(), guarded({ lastContact: null })]],
    ['that remote management does not list', [guarded()]],
    ['that is a spare', [managed({ isSpare: true })]],
    ['that is neither server nor workstation', [managed({ class: 'other' })]],
    ['of another source only', [managed({ source: 'ocs' })]],
  ])('is not a machine %s', (_case, records) => {
    expect(said(...records)).toBeNull()
  })

  it('is only where the policy wants the agent', () => {
    const rules = [
      { at: 'alder & birch llp', classes: ['server'], needsEdr: false },
      { at: '*', tags: ['No agent'], needsEdr: false },
    ] as const
    const withRules = sayOf(missingInEdr, { policy: { rules } })

    expect(withRules(managed())).not.toBeNull()
    expect(withRules(managed({ class: 'server' }))).toBeNull()
    expect(withRules(managed({ class: 'server', site: CEDAR, organisation: null }))).not.toBeNull()
    expect(withRules(managed({ tags: ['no agent '] }))).toBeNull()
    expect(sayOf(missingInEdr, { policy: { needsEdr: false } })(managed())).toBeNull()
  })

  it('is one for re-imaged twins, judged by the one heard of last', () => {
    const old = managed({ recordId: 5, nativeKey: '5', isSpare: true, lastContact: daysAgo(90) })

    const found = said(old, managed())

    expect(found?.evidence).toMatchObject({
      records: [{ ref: 'ninjaone:501' }, { ref: 'ninjaone:5' }],
    })
    expect(said(managed({ isSpare: true }), { ...old, isSpare: false })).toBeNull()
  })

  it('tells the lost candidate of an older record where the newest has none', () => {
    const old = managed({ recordId: 5, nativeKey: '5', lastContact: daysAgo(90), lost: LOST })

    expect(said(managed(), old)?.evidence).toMatchObject({ lost: LOST })
    expect(said(managed())?.evidence).toMatchObject({ lost: null })
  })
})

describe('missing-in-rmm', () => {
  const said = sayOf(missingInRmm)

  it('is a machine with the agent that remote management does not list', () => {
    const found = said(guarded({ lost: { ...LOST, recordId: 501 } }))

    expect(found).toMatchObject({
      subject: 'device:17',
      name: 'ALB-RECEPTION-01',
      siteId: 1,
      evidence: {
        records: [{ ref: 'threatlocker:aaaa0000-0000-4000-8000-000000000001' }],
        missingIn: ['ninjaone'],
        lost: { recordId: 501 },
      },
    })
  })

  it('is one for a machine that endpoint protection lists twice, and has no site while unmapped', () => {
    const second = guarded({ recordId: 902, nativeKey: 'b', lastContact: daysAgo(3), site: null })

    const found = said(guarded({ site: null, lastContact: null }), second)

    expect(found?.siteId).toBeNull()
    expect(found?.evidence.records).toMatchObject([{ ref: 'threatlocker:b', site: null }, {}])
  })

  it.each([
    ['of both', [managed(), guarded()]],
    ['of remote management only', [managed()]],
    ['of neither', [managed({ source: 'ocs' })]],
  ])('is not a machine %s', (_case, records) => {
    expect(said(...records)).toBeNull()
  })
})

describe.each([missingInEdr, missingInRmm])('$code', ({ scopes }) => {
  it('compares all of remote management with all of endpoint protection at once', () => {
    const sources = { machines: ['a', 'b', 'c', 'ocs'], rmm: ['a', 'b'], edr: ['c'] }

    expect(scopes(sources)).toEqual([['a', 'b', 'c']])
  })

  it('compares nothing where either is missing', () => {
    expect(scopes({ machines: ['ninjaone'], rmm: ['ninjaone'], edr: [] })).toEqual([])
    expect(scopes({ machines: ['threatlocker'], rmm: [], edr: ['threatlocker'] })).toEqual([])
  })
})
