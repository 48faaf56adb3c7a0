import type { z } from 'zod'
import type { explainLink } from '../../contract/links.ts'
import type { MachineStory } from '../../jobs/fleet/link-machines.task.ts'
import type { OpenQuestion } from '../../jobs/fleet/open-questions.task.ts'

type Answer = z.input<(typeof explainLink)['response']>

/** Why some records are one machine, as the API tells it. */
export function toldStory({ records, decisions, ambiguous, ...story }: MachineStory): Answer {
  return {
    ...story,
    records: records.map((record) => ({
      ...record,
      lost: record.lost && { ...record.lost, reason: { ...record.lost.reason } },
    })),
    decisions: decisions.map((decision) => ({ ...decision, at: decision.at.toISOString() })),
    ambiguous: ambiguous.map(toldQuestion),
  }
}

/** What a person must decide, as the API tells it. */
export function toldQuestion({ rule, why, candidates }: OpenQuestion) {
  return { rule, why, candidates: candidates.map((records) => [...records]) }
}
