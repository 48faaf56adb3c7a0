import type { App } from '../../app.ts'
import { type Phrase, say } from '../../language/language.ts'
import type { PlanApproval } from '../../reconcile/approval-queries.ts'
import { shownText } from './terminal-text.ts'

/** Who let a plan be written, when and why, as rows of two cells. */
export function approvalFacts(
  approvals: readonly PlanApproval[],
  { language, clock }: Pick<App, 'language' | 'clock'>,
): string[][] {
  return approvals.map(({ actor, at, reason }) => [
    say(APPROVED, language),
    shownText(`${actor}, ${clock(at)}${reason === null ? '' : ` (${reason})`}`),
  ])
}

const APPROVED: Phrase = { en: 'Approved by', es: 'Aprobado por' }

/** What of a new plan tells whether there is something to approve. */
interface NewPlan {
  readonly plan: number
  readonly changes: number
}

/** Says, where two people are needed, that another must approve a new plan; nothing of one without changes. */
export function secondPersonLines(
  made: NewPlan | null,
  { settings, language }: Pick<App, 'settings' | 'language'>,
): string[] {
  if (made === null || made.changes === 0 || !settings.isSecondPersonNeeded) return []
  return [say(secondPerson(made.plan), language)]
}

function secondPerson(plan: number): Phrase {
  return {
    en: `Another person must approve it first: muster approve P${plan}`,
    es: `Antes debe aprobarlo otra persona: muster approve P${plan}`,
  }
}
