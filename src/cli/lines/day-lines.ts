import type { LedgerEntry } from '../../collect/queries.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { LEDGER_WORDS } from '../../language/ledger-words.ts'
import { addDays, type Day } from '../../lib/day.ts'
import { faultLines } from './fault-lines.ts'
import { tableLines } from './table.ts'

/** The ledger of some days, with the sources to be shown. */
export interface Ledger {
  readonly from: Day
  readonly to: Day
  readonly sources: readonly string[]
  readonly entries: readonly LedgerEntry[]
}

/** How many reasons are given on a terminal; `--json` has all. */
const SHOWN_REASONS = 20
const NOT_COLLECTED = '-'

const NO_SOURCE: Phrase = {
  en: 'No source is configured, and none was collected on these days.',
  es: 'No hay ninguna fuente configurada, y ninguna se recopiló en estos días.',
}

/** Days by sources, the newest first: how each stands, what the signs mean, and why. */
export function dayLines(ledger: Ledger, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  if (ledger.sources.length === 0) return [words(NO_SOURCE)]
  const { sources, entries } = ledger
  const reasons = entries.filter(({ state }) => state !== 'complete')
  const left = reasons.length - SHOWN_REASONS
  return [
    ...tableLines(
      [
        [words({ en: 'DAY', es: 'DÍA' }), ...sources.map((source) => words(feedWords(source)))],
        ...gridRows(ledger, words),
      ],
      [],
      0,
    ),
    '',
    ...legendOf(ledger).map(words),
    ...reasons.slice(0, SHOWN_REASONS).flatMap((entry) => ['', ...reasonLines(entry, language)]),
    ...(left > 0 ? ['', words(moreReasons(left))] : []),
  ]
}

type Words = (phrase: Phrase) => string

function gridRows({ from, to, sources, entries }: Ledger, words: Words): string[][] {
  const byPlace = new Map(entries.map((entry) => [`${entry.day} ${entry.source}`, entry]))
  return daysDown(from, to).map((day) => [
    day,
    ...sources.map((source) => cellOf(byPlace.get(`${day} ${source}`), words)),
  ])
}

/** All days from one to another, the last first. */
export function daysDown(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = to; day >= from; day = addDays(day, -1)) days.push(day)
  return days
}

function cellOf(entry: LedgerEntry | undefined, words: Words): string {
  if (!entry) return NOT_COLLECTED
  const word = words(LEDGER_WORDS[entry.state])
  const marked = entry.isMonthEnd ? `${word} *` : word
  return entry.isPruned ? `(${marked})` : marked
}

/** What the signs in the grid mean, of those that are in it. */
function legendOf({ from, to, sources, entries }: Ledger): Phrase[] {
  const cells = daysDown(from, to).length * sources.length
  const shown: readonly [boolean, Phrase][] = [
    [
      entries.length < cells,
      {
        en: '-  not collected: what was known before stayed in force',
        es: '-  sin recopilar: siguió vigente lo que ya se sabía',
      },
    ],
    [
      entries.some(({ isMonthEnd }) => isMonthEnd),
      { en: '*  stands for its month', es: '*  representa su mes' },
    ],
    [
      entries.some(({ isPruned }) => isPruned),
      {
        en: '()  no longer kept: it cannot be asked as of that day',
        es: '()  ya no se conserva: no se puede consultar ese día',
      },
    ],
  ]
  return shown.filter(([isShown]) => isShown).map(([, phrase]) => phrase)
}

function reasonLines(entry: LedgerEntry, language: Language): string[] {
  const { day, source, state, collection, error } = entry
  const words = (phrase: Phrase) => say(phrase, language)
  return [
    `${day}  ${words(feedWords(source))}  ${words(LEDGER_WORDS[state])}  C${collection}`,
    ...faultLines({ ...entry, failure: error }, language).map((line) => `  ${line}`),
  ]
}

function moreReasons(left: number): Phrase {
  return {
    en: `and ${left} more; --json lists them all`,
    es: `y ${left} más; --json los lista todos`,
  }
}
