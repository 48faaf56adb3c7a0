import { z } from 'zod'
import type { App } from '../../app.ts'
import type { Collection } from '../../collect/queries.ts'
import type { Run } from '../../jobs/queries.ts'
import { ERROR_WORDS, explain } from '../../language/error-words.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Phrase, say } from '../../language/language.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { nameOutcomeWords } from '../../language/name-outcome-words.ts'
import { READ, REFUSED } from '../../language/noun-words.ts'
import { OUTCOME_WORDS } from '../../language/outcome-words.ts'
import { CHANGE_OUTCOME_WORDS, STANDING_WORDS } from '../../language/report-words.ts'
import { stateWord } from '../../language/state-words.ts'
import { stepWords } from '../../language/step-words.ts'
import { AppError, type ErrorCode } from '../../lib/errors.ts'
import { tableLines } from './table.ts'

/** A run: who, when, how long each step took, what was read, what came of it, why it failed. */
export function runLines(app: App, run: Run, inputs: readonly Collection[]): string[] {
  const words = (phrase: Phrase) => say(phrase, app.language)
  const ended = run.endedAt === null ? '-' : app.clock(run.endedAt)
  const steps = run.steps.map(({ name, ms }) => [
    words(stepWords(name)),
    `${words(countWords(ms))} ms`,
  ])
  const read = inputs.map((input) => [
    `C${input.id}`,
    words(feedWords(input.source)),
    words(stateWord(input.state)),
    words(takenWords(input)),
    input.origin ?? '-',
    input.inputHash === null ? '-' : `SHA-256 ${input.inputHash}`,
  ])
  return [
    `R${run.id}  ${run.task}  ${words(stateWord(run.state))}  ${run.actor}@${run.host}`,
    `  ${app.clock(run.startedAt)} - ${ended}`,
    ...tableLines(steps, ['left', 'right']),
    ...tableLines(read),
    ...countLines(run.summary, words),
    ...failureLines(run.error, app),
  ]
}

/** How many records of a delivery were read, and how many refused. */
export function takenWords({
  records,
  rejected,
}: Pick<Collection, 'records' | 'rejected'>): Phrase {
  const [taken, refused] = [counted(records, READ), counted(rejected, REFUSED)]
  return {
    en: `${taken.en}, ${refused.en}`,
    es: `${taken.es}, ${refused.es}`,
  }
}

const Counts = z.record(z.string(), z.number())
const Counted = z
  .object({
    outcomes: Counts.optional(),
    /** Of a run that writes: what it did itself; `outcomes` count what runs before it did as well. */
    inThisRun: Counts.optional(),
    standings: Counts.optional(),
  })
  .nullish()
/** Of the summaries of all tasks, what counts something. */
const Summary = Counted.unwrap()
  .unwrap()
  .extend({ plan: z.union([Counted, z.number()]), applied: Counted, verified: Counted })
  .partial()

/** What only a plan of names tells of itself. */
const OfNames = z.object({ notComplete: z.array(z.string()) })

const KIND_WORDS: Readonly<Record<string, Phrase>> = {
  ...OUTCOME_WORDS,
  ...CHANGE_OUTCOME_WORDS,
  ...STANDING_WORDS,
}

/** How many of each kind there were, of everything the run counted. */
function countLines(summary: unknown, words: (phrase: Phrase) => string): string[] {
  const parsed = Summary.safeParse(summary)
  if (!parsed.success) return []
  const { plan, applied, verified, ...own } = parsed.data
  const parts = [own, typeof plan === 'number' ? null : plan, applied, verified]
  const wordsOf = OfNames.safeParse(summary).success ? nameOutcomeWords : kindWords
  const counts = parts.flatMap((part) => [part?.inThisRun ?? part?.outcomes, part?.standings])
  const rows = counts.flatMap((byKind) =>
    Object.entries(byKind ?? {}).map(([kind, count]) => [
      words(countWords(count)),
      words(wordsOf(kind)),
    ]),
  )
  return tableLines(rows, ['right'])
}

function kindWords(kind: string): Phrase {
  return KIND_WORDS[kind] ?? { en: kind, es: kind }
}

const Failure = z.object({ code: z.string(), details: z.unknown() })

/** Why a run failed, in the words it had at the time. */
function failureLines(error: unknown, { language }: App): string[] {
  if (error === null) return []
  const parsed = Failure.safeParse(error)
  if (!parsed.success || !(parsed.data.code in ERROR_WORDS)) return [`  ${JSON.stringify(error)}`]
  const { code, details } = parsed.data
  // A code with its details was kept by us, so they belong together.
  const failure = new AppError(code as ErrorCode, details as never)
  return [`  ${explain(failure, language)}`]
}
