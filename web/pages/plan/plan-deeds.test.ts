import { describe, expect, it } from 'vitest'
import type { WholePlan } from '../../api/use-plans.ts'
import { type Deed, type Looker, offerOf } from './plan-deeds.ts'

const PLAN: WholePlan = {
  ...({ id: 1, kind: 'tags', corrects: 'tags', undoes: null, state: 'waiting' } as const),
  ...{ target: 'ocs', madeAt: '2026-11-20T10:00:00.000Z', changes: 3, takenBack: 0, leftAlone: 0 },
  ...{ supersededBy: null, acceptedBy: null, outcomes: {}, lists: {}, access: [] },
  written: { pending: 3 },
  origin: {
    ...({ run: 1, task: 'plan', cause: 'person', maker: 'Ana (nightly)', host: 'pc' } as const),
    ...{ version: '0', finishedAt: null, previous: null, newer: null, undo: null },
  },
  guard: {
    ...({ verdict: 'passed', holds: [], acceptedBy: null } as const),
    ...{ acceptedAt: null, acceptReason: null },
  },
  approvals: { isSecondPersonNeeded: true, isApproved: false, items: [] },
}
const APPROVED = { isSecondPersonNeeded: true, isApproved: true, items: [] }

const MAY = {
  viewer: ['read'],
  analyst: ['read', 'analyse'],
  operator: ['read', 'analyse', 'operate'],
  approver: ['read', 'analyse', 'operate', 'approve'],
} as const satisfies Record<string, Looker['permissions']>

const as = (role: keyof typeof MAY, name: string = role): Looker => ({
  ...{ name, permissions: MAY[role] },
})
const offered = (deed: Deed, plan: Partial<WholePlan>, who = as('approver')) =>
  offerOf(deed, { ...PLAN, ...plan }, who)
const not = (why: string) => ({ kind: 'not', why })

describe('offerOf', () => {
  it.each([
    ['viewer', 'verify', 'operate'],
    ['operator', 'approve', 'approve'],
    ['operator', 'apply', 'approve'],
    ['operator', 'undo', 'approve'],
    ['analyst', 'report', 'operate'],
  ] as const)('tells a %s what %s needs', (role, deed, permission) => {
    expect(offered(deed, {}, as(role))).toEqual({ kind: 'needs', permission })
  })

  it('does not offer approving to who made it, by whatever token, where two are needed', () => {
    expect(offered('approve', {}, as('approver', 'ana'))).toEqual(not('youMadeIt'))
    expect(offered('approve', {}, as('approver', 'luis'))).toEqual({ kind: 'offered' })
    const alone = { isSecondPersonNeeded: false, isApproved: true, items: [] }
    expect(offered('approve', { approvals: alone }, as('approver', 'ana'))).toEqual({
      kind: 'offered',
    })
  })

  it('does not offer approving twice', () => {
    const item = { person: 'luis', actor: 'luis', at: PLAN.madeAt, reason: null }
    const approvals = { ...APPROVED, items: [item] }
    expect(offered('approve', { approvals }, as('approver', 'luis'))).toEqual(not('youApproved'))
  })

  it('offers applying once it is approved and not held', () => {
    expect(offered('apply', {})).toEqual(not('needsSecond'))
    expect(offered('apply', { approvals: APPROVED })).toEqual({ kind: 'offered' })
    expect(offered('apply', { approvals: APPROVED, state: 'held' })).toEqual(not('isHeld'))
    expect(offered('apply', { approvals: APPROVED, state: 'applied' })).toEqual(not('isOver'))
    expect(offered('apply', { approvals: APPROVED, changes: 0 })).toEqual(not('noChanges'))
  })

  it('offers verifying and undoing of what was written', () => {
    const written = { applied: 3 }
    expect(offered('verify', {})).toEqual(not('nothingWritten'))
    expect(offered('undo', {})).toEqual(not('nothingWritten'))
    expect(offered('verify', { written, state: 'applied' })).toEqual({ kind: 'offered' })
    expect(offered('undo', { written, state: 'applied' })).toEqual({ kind: 'offered' })
    expect(offered('undo', { written, state: 'undone' })).toEqual(not('isUndone'))
  })
})
