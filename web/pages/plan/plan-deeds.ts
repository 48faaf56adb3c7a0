import type { Permission } from '../../../src/contract/permission.ts'
import type { WholePlan } from '../../api/use-plans.ts'
import type { DEEDS } from './plan-words.ts'

/** Something that can be done with a plan. */
export type Deed = 'approve' | RunDeed

/** One of them that goes on as a run. */
export type RunDeed = 'apply' | 'verify' | 'undo' | 'report'

/** Why it is not offered, by the name of the phrase, or that it is. */
export type Offer =
  | { readonly kind: 'offered' }
  | { readonly kind: 'not'; readonly why: keyof typeof DEEDS }
  | { readonly kind: 'needs'; readonly permission: Permission }

/** Who looks at a plan. */
export interface Looker {
  readonly name: string
  readonly permissions: readonly Permission[]
}

const NEEDS = {
  ...({ approve: 'approve', apply: 'approve', undo: 'approve' } as const),
  ...({ verify: 'operate', report: 'operate' } as const),
} as const satisfies Record<Deed, Permission>

const OFFERED = { kind: 'offered' } as const

/** Whether somebody may do this with a plan as it stands, and why not. The server decides all the same. */
export function offerOf(deed: Deed, plan: WholePlan, who: Looker): Offer {
  const permission = NEEDS[deed]
  if (!who.permissions.includes(permission)) return { kind: 'needs', permission }
  const why = { approve: whyNotApprove, apply: whyNotApply, verify, undo, report: () => null }[deed]
  const found = why(plan, who)
  return found === null ? OFFERED : { kind: 'not', why: found }
}

type Why = keyof typeof DEEDS | null

function whyNotApprove({ state, kind, origin, approvals }: WholePlan, { name }: Looker): Why {
  if (kind === 'undo') return 'isUndo'
  if (state !== 'held' && state !== 'waiting') return 'isOver'
  if (approvals.isSecondPersonNeeded && isSame(origin.maker, name)) return 'youMadeIt'
  const isMine = approvals.items.some(({ person }) => isSame(person, name))
  return isMine && state === 'waiting' ? 'youApproved' : null
}

function whyNotApply({ state, kind, changes, approvals }: WholePlan): Why {
  if (kind === 'undo') return 'isUndo'
  if (state === 'held') return 'isHeld'
  if (state !== 'waiting' && state !== 'applying') return 'isOver'
  if (changes === 0) return 'noChanges'
  return approvals.isApproved ? null : 'needsSecond'
}

function verify({ written }: WholePlan): Why {
  return (written.applied ?? 0) === 0 ? 'nothingWritten' : null
}

function undo({ state, kind, written }: WholePlan): Why {
  if (kind === 'undo') return 'isUndo'
  if (state === 'undone') return 'isUndone'
  return (written.applied ?? 0) === 0 ? 'nothingWritten' : null
}

/** A token counts as its person: `ana (nightly)` is ana. */
function isSame(actor: string, name: string): boolean {
  return actor.split(' (')[0]?.trim().toLowerCase() === name.trim().toLowerCase()
}
