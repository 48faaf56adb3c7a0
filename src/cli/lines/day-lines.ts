import type { LaterTry, LedgerEntry } from '../../collect/queries.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { LEDGER_WORDS } from '../../language/ledger-words.ts'
import { type Day, daysDown } from '../../lib/day.ts'
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
  const reasons = entries.flatMap(reasonsOf)
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
    ...reasons.slice(0, SHOWN_REASONS).flatMap((reason) => ['', ...reasonLines(reason, language)]),
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

function cellOf(entry: LedgerEntry | undefined, words: Words): string {
  if (!entry) return NOT_COLLECTED
  const signs = [entry.isMonthEnd ? '*' : '', entry.later ? '+' : '']
  const marked = [words(LEDGER_WORDS[entry.state]), ...signs]
    .filter((part) => part !== '')
    .join(' ')
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
      entries.some(({ later }) => later !== null),
      {
        en: '+  tried again later, which was not taken in; the reason is below',
        es: '+  intentado de nuevo más tarde, sin tomarse; el motivo está abajo',
      },
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

/** A try that is not in the history, and the one of the same day that stands; null for none. */
interface Reason {
  readonly of: Pick<LedgerEntry, 'day' | 'source'>
  readonly failed: LaterTry
  readonly standing: number | null
}

function reasonsOf(entry: LedgerEntry): Reason[] {
  const { state, later, collection } = entry
  return [
    ...(state === 'complete' ? [] : [{ of: entry, failed: entry, standing: null }]),
    ...(later === null ? [] : [{ of: entry, failed: later, standing: collection }]),
  ]
}

function reasonLines({ of, failed, standing }: Reason, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const name = words(feedWords(of.source))
  const faults = faultLines({ ...failed, failure: failed.error }, language)
  return [
    `${of.day}  ${name}  ${words(LEDGER_WORDS[failed.state])}  C${failed.collection}`,
    ...faults.map((line) => `  ${line}`),
    ...(standing === null ? [] : [`  ${words(standsWords(standing))}`]),
  ]
}

function standsWords(collection: number): Phrase {
  return {
    en: `C${collection}, an earlier try of that day, stands.`,
    es: `Vale C${collection}, un intento anterior de ese día.`,
  }
}

function moreReasons(left: number): Phrase {
  return {
    en: `and ${left} more; --json lists them all`,
    es: `y ${left} más; --json los lista todos`,
  }
}
