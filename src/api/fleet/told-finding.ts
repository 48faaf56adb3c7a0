import type { z } from 'zod'
import type { getFinding, listChecks, listFindings } from '../../contract/findings.ts'
import { type Language, say } from '../../language/language.ts'
import type { FindingEvent, ListedFinding } from '../../reconcile/findings/list-queries.ts'
import { checkWords } from '../../reports/check-titles.ts'
import type { ShownLook } from '../../reports/looks-table.ts'

type List = z.input<(typeof listFindings)['response']>
type Check = z.input<(typeof listChecks)['response']>['items'][number]
type One = z.input<(typeof getFinding)['response']>

/** A finding as the API tells it. */
export function toldFinding({ evidence, ...finding }: ListedFinding): List['items'][number] {
  return { ref: `F${finding.id}`, ...finding, evidence: { ...evidence } }
}

/** What a check is called and says, in words. */
export function toldCheck(code: string, language: Language): Check {
  const { title, says } = checkWords(code)
  return { code, title: say(title, language), says: say(says, language) }
}

/** The newest look of a check as the API tells it. */
export function toldLook({ at, compared, skipped, ...look }: ShownLook): List['looks'][number] {
  return {
    ...look,
    at: at.toISOString(),
    compared: { ...compared },
    skipped: skipped && { ...skipped },
  }
}

/** What happened to a finding as the API tells it. */
export function toldEvent({ at, runId, planId, ...event }: FindingEvent): One['events'][number] {
  return { ...event, at: at.toISOString(), run: runId, plan: planId }
}
