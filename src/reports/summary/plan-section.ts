import { z } from 'zod'
import { countWords } from '../../language/list-words.ts'
import { planStateWords } from '../../language/plan-state-words.ts'
import {
  acceptedWords,
  newerPlanWords,
  SUMMARY_WORDS,
  shareExceeded,
  writtenWords,
} from '../../language/report-summary-words.ts'
import {
  CHANGE_OUTCOME_WORDS,
  type ChangeOutcomeWord,
  STANDING_WORDS,
  type StandingWord,
} from '../../language/report-words.ts'
import type { ReportData, ReportedChange } from '../report-data.ts'
import type { Voice } from '../voice.ts'
import { fact, heading, remark, type SummaryRow } from './summary-rows.ts'

const ShareHold = z.object({ changes: z.number(), rows: z.number(), limit: z.number() })

/** What the plan is, how it stands, and what became of its changes. */
export function planSection(data: ReportData, voice: Voice): SummaryRow[] {
  const { plan, origin } = data
  const { say, at } = voice
  const kind = say(SUMMARY_WORDS[`kind-${plan.kind}`])
  const undoes = plan.undoes === null ? '' : ` (P${plan.undoes})`
  const acceptedAt = origin.acceptedAt && at(origin.acceptedAt)
  return [
    ...heading(say(SUMMARY_WORDS.plan), `P${plan.id}`),
    ...fact(voice, 'kind', kind + undoes),
    ...fact(voice, 'target', plan.target),
    ...fact(voice, 'made', `${at(plan.madeAt)} (${voice.timeZone})`),
    ...fact(voice, 'state', say(planStateWords(plan))),
    ...fact(voice, 'held', plan.holds.map((hold) => holdWords(hold, voice)).join('; ')),
    ...fact(
      voice,
      'accepted',
      plan.acceptedBy && say(acceptedWords(plan.acceptedBy, acceptedAt, origin.acceptReason)),
    ),
    ...fact(voice, 'finished', origin.finishedAt && at(origin.finishedAt)),
    ...fact(voice, 'undone-by', origin.undoId === null ? null : `P${origin.undoId}`),
    ...fact(voice, `changes-${plan.corrects}`, say(countWords(plan.changes))),
    ...fact(voice, 'outcome', countsByKind(data.changes, changeOutcome, voice)),
    ...writtenBy(data, voice),
    ...fact(voice, 'verified', verified(data, voice)),
    ...(origin.newerId === null ? [] : [remark(say(newerPlanWords(origin.newerId)))]),
  ]
}

function holdWords(hold: { readonly code: string }, { say }: Voice): string {
  const share = ShareHold.safeParse(hold)
  if (!share.success) return hold.code
  const { changes, rows, limit } = share.data
  return say(shareExceeded(changes, rows, limit))
}

type WordOf = (change: ReportedChange, voice: Voice) => string | null

function changeOutcome({ outcome }: ReportedChange, { say }: Voice): string {
  return outcome in CHANGE_OUTCOME_WORDS
    ? say(CHANGE_OUTCOME_WORDS[outcome as ChangeOutcomeWord]) // `in` has just proven the key
    : outcome
}

/** `written: 600, failed: 3`: how many changes there are of each kind. */
function countsByKind(changes: readonly ReportedChange[], wordOf: WordOf, voice: Voice): string {
  const byWord = Map.groupBy(changes, (change) => wordOf(change, voice))
  byWord.delete(null)
  return [...byWord]
    .map(([word, alike]) => `${word}: ${voice.say(countWords(alike.length))}`)
    .join(', ')
}

/** Who wrote how many of the changes, and when the last of them. */
function writtenBy({ plan, changes }: ReportData, voice: Voice): SummaryRow[] {
  const written = changes.flatMap(({ runId, actor, at }) =>
    runId === null || actor === null || at === null ? [] : [{ runId, actor, at }],
  )
  const byRun = [...Map.groupBy(written, ({ runId }) => runId)]
  return byRun.flatMap(([runId, group]) => {
    const last = group.toSorted((one, other) => Number(one.at) - Number(other.at)).at(-1)
    if (!last) return []
    const words = voice.say(writtenWords(group.length, last.actor, runId))
    return fact(voice, `written-${plan.corrects}`, `${words}, ${voice.at(last.at)}`)
  })
}

function verified({ verification, changes }: ReportData, voice: Voice): string {
  if (verification === null) return voice.say(SUMMARY_WORDS['not-verified'])
  const counts = countsByKind(changes, changeStanding, voice)
  return `${voice.at(verification.at)} (R${verification.runId}): ${counts}`
}

function changeStanding({ standing }: ReportedChange, { say }: Voice): string | null {
  if (standing === null) return null
  const word: StandingWord = standing.kind
  return say(STANDING_WORDS[word])
}
