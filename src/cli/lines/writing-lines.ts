import { failureWords } from '../../language/failure-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import {
  CHANGE_OUTCOME_WORDS,
  type ChangeOutcomeWord,
  STANDING_WORDS,
  standingElsewhere,
} from '../../language/report-words.ts'
import type { ApplySummary } from '../../reconcile/apply-plan.task.ts'
import type { ListedChange } from '../../reconcile/change-queries.ts'
import type { VerifySummary } from '../../reconcile/verify-plan.task.ts'
import { quoted } from './change-lines.ts'
import { tableLines } from './table.ts'

/** How many rows that went another way are shown on a terminal. */
export const SHOWN_ROWS = 20

/** What became of a plan's changes, in this run and before it, and the first that were not written. */
export function writingLines(
  { plan, outcomes, inThisRun }: ApplySummary,
  notWritten: readonly ListedChange[],
  language: Language,
): string[] {
  const counts = countRows(outcomes, language)
  const rows = notWritten.map(({ recordKey, hostname, from, to, outcome, found, reason }) => [
    recordKey,
    hostname ?? '-',
    `${quoted(from)} -> ${quoted(to)}`,
    outcomeName(outcome, language),
    reason === null ? quoted(found) : say(failureWords(reason), language),
  ])
  const { applied = 0 } = outcomes
  const all = sum(outcomes)
  const now = sum(inThisRun)
  return [
    `P${plan}`,
    ...(all > 0 && now === 0 ? [`  ${say(NOTHING_LEFT, language)}`] : []),
    ...(counts.length > 0 ? tableLines(counts, ['right']) : [`  ${say(NOTHING, language)}`]),
    ...(now > 0 && now < all ? [`  ${say(IN_THIS_RUN, language)}`] : []),
    ...(now > 0 && now < all ? tableLines(countRows(inThisRun, language), ['right']) : []),
    ...tableLines(rows, ['right'], 4),
    ...more(all - applied, language),
  ]
}

function countRows(outcomes: Readonly<Record<string, number>>, language: Language): string[][] {
  return Object.entries(outcomes).map(([kind, count]) => [
    say(countWords(count), language),
    outcomeName(kind, language),
  ])
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

/** How the written changes stand now, and each that does not stand as written. */
export function verifyLines(
  { plan, standings, departures }: VerifySummary,
  language: Language,
): string[] {
  const counts = Object.entries(standings).map(([kind, count]) => [
    say(countWords(count), language),
    kind in STANDING_WORDS
      ? say(STANDING_WORDS[kind as keyof typeof STANDING_WORDS], language) // `in` has just proven the key
      : kind,
  ])
  const rows = departures.slice(0, SHOWN_ROWS).map(({ recordKey, machine, to, standing }) => {
    const elsewhere = standing.kind === 'merged' ? standing.recordKey : null
    const word = STANDING_WORDS[standing.kind]
    return [
      recordKey,
      machine.hostname ?? '-',
      quoted(to),
      say(elsewhere === null ? word : standingElsewhere(word, elsewhere), language),
      'found' in standing ? quoted(standing.found) : '',
    ]
  })
  return [
    `P${plan}`,
    ...(counts.length > 0 ? tableLines(counts, ['right']) : [`  ${say(NOTHING, language)}`]),
    ...tableLines(rows, ['right'], 4),
    ...more(departures.length, language),
  ]
}

const NOTHING_LEFT: Phrase = {
  en: 'Nothing was left to do: this run wrote nothing. How it stood already:',
  es: 'No quedaba nada por hacer: esta ejecución no escribió nada. Como ya estaba:',
}
const IN_THIS_RUN: Phrase = { en: 'Of these, in this run:', es: 'De ellos, en esta ejecución:' }
const NOTHING: Phrase = { en: 'nothing was to be written', es: 'no había nada que escribir' }

function outcomeName(kind: string, language: Language): string {
  return kind in CHANGE_OUTCOME_WORDS
    ? say(CHANGE_OUTCOME_WORDS[kind as ChangeOutcomeWord], language) // `in` has just proven the key
    : kind
}

function more(count: number, language: Language): string[] {
  const left = count - SHOWN_ROWS
  if (left <= 0) return []
  const phrase = {
    en: `    and ${left} more; "muster report" and --json list them all`,
    es: `    y ${left} más; «muster report» y --json los listan todos`,
  }
  return [say(phrase, language)]
}
