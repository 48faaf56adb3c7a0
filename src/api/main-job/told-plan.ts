import type { z } from 'zod'
import { isApproved } from '../../access/four-eyes.ts'
import type { getPlan, listChanges, listPlans } from '../../contract/plans.ts'
import { failureWords } from '../../language/failure-words.ts'
import { type Language, say } from '../../language/language.ts'
import type { PlanApproval } from '../../reconcile/approval-queries.ts'
import type { ListedChange } from '../../reconcile/change-queries.ts'
import type { PlanHead } from '../../reconcile/head-queries.ts'
import type { PlanOrigin } from '../../reconcile/origin-queries.ts'
import { evidenceInWords } from '../../reports/evidence-in-words.ts'
import type { Voice } from '../../reports/voice.ts'

type Listed = z.input<(typeof listPlans)['response']>['items'][number]
type InFull = z.input<(typeof getPlan)['response']>
type Change = z.input<(typeof listChanges)['response']>['items'][number]

/** What is known of a plan. */
export interface KnownPlan {
  readonly plan: PlanHead
  readonly origin: PlanOrigin
  readonly approvals: readonly PlanApproval[]
  /** Its changes by what came of writing them. */
  readonly written: Readonly<Record<string, number>>
  readonly isSecondPersonNeeded: boolean
}

/** A plan as a list tells it. */
export function listedPlan({ madeAt, ...plan }: PlanHead): Listed {
  const { id, kind, corrects, undoes, state, target, changes } = plan
  const { takenBack, leftAlone, supersededBy, acceptedBy } = plan
  return {
    ...{ id, kind, corrects, undoes, state, target, changes, madeAt: madeAt.toISOString() },
    ...{ takenBack, leftAlone, supersededBy, acceptedBy },
  }
}

/** A plan with all that is known of it. */
export function planInFull(known: KnownPlan, language: Language): InFull {
  const { plan, origin, written } = known
  return {
    ...listedPlan(plan),
    outcomes: { ...plan.outcomes },
    lists: { ...plan.lists },
    access: plan.access.map(({ login, pattern, loses, gains }) => ({
      ...{ login, pattern, loses, gains },
    })),
    written: { ...written },
    origin: {
      ...{ run: origin.runId, task: origin.task, cause: origin.cause, maker: origin.actor },
      ...{ host: origin.host, version: origin.version },
      finishedAt: origin.finishedAt?.toISOString() ?? null,
      ...{ previous: origin.previousId, newer: origin.newerId, undo: origin.undoId },
    },
    guard: guardOf(known, language),
    approvals: approvalsOf(known),
  }
}

function guardOf({ plan, origin }: KnownPlan, language: Language): InFull['guard'] {
  const { acceptedBy, holds } = plan
  const verdict = holds.length > 0 ? 'held' : 'passed'
  return {
    verdict: acceptedBy === null ? verdict : 'accepted',
    holds: holds.map((hold) => ({ ...hold, text: say(failureWords(hold.code), language) })),
    ...{ acceptedBy, acceptReason: origin.acceptReason },
    acceptedAt: origin.acceptedAt?.toISOString() ?? null,
  }
}

function approvalsOf({ plan, origin, approvals, ...known }: KnownPlan): InFull['approvals'] {
  const isSecondPersonNeeded = known.isSecondPersonNeeded && plan.kind !== 'undo'
  const approvers = approvals.map(({ person }) => person)
  return {
    isSecondPersonNeeded,
    isApproved: isApproved({ isSecondPersonNeeded, maker: origin.actor, approvers }),
    items: approvals.map(({ person, actor, at, reason }) => ({
      ...{ person, actor, at: at.toISOString(), reason },
    })),
  }
}

/** A change of a plan, with what decided it and what came of it. */
export function toldChange(listed: ListedChange, voice: Voice): Change {
  const { runId: run, at, evidence, ...change } = listed
  const { kind, ...said } = evidence
  return {
    ...{ ...change, run, at: at?.toISOString() ?? null, evidence: { ...evidence } },
    because: evidenceInWords(said, voice),
  }
}
