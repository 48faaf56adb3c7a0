import type { CollectedDay } from '../../collect/collect-day.task.ts'
import type { CollectSummary } from '../../jobs/fleet/collect-fleet.task.ts'
import type { FleetSummary } from '../../jobs/fleet/keep-fleet.task.ts'
import { NOTE_WORDS, REJECTION_WORDS } from '../../language/delivery-words.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { LEDGER_WORDS } from '../../language/ledger-words.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { DAYS } from '../../language/machine-nouns.ts'
import { faultLines } from './fault-lines.ts'
import { matchingLines, placingLines } from './matching-lines.ts'
import { type Alignment, tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** How many refused rows of one source are shown on a terminal; all of them are in `--json`. */
const SHOWN_FAULTS = 20

const NOTHING_TAKEN: Phrase = {
  en: 'Nothing of this day was taken in: what was known before stays in force.',
  es: 'No se tomó nada de este día: sigue vigente lo que ya se sabía.',
}
const NO_SOURCE: Phrase = {
  en: 'No source is configured. Add one under "sources" in the configuration.',
  es: 'No hay ninguna fuente configurada. Añada una en «sources» de la configuración.',
}

/** A collected day: each source in a row, what is wrong with each, and what was made of the day. */
export function collectLines(summary: CollectSummary, language: Language): string[] {
  const { day, sources, fleet } = summary
  const words = (phrase: Phrase) => say(phrase, language)
  if (sources.length === 0) return [words(NO_SOURCE)]
  return [
    day,
    ...tableLines([TITLES.map(words), ...sources.map((each) => sourceRow(each, words))], ALIGNED),
    '',
    ...sources.flatMap((source) => detailLines(source, language)),
    ...(fleet ? fleetLines(fleet, day, language) : [words(NOTHING_TAKEN)]),
  ]
}

type Words = (phrase: Phrase) => string

const TITLES: readonly Phrase[] = [
  { en: 'SOURCE', es: 'FUENTE' },
  { en: 'STATE', es: 'ESTADO' },
  { en: 'RECORDS', es: 'REGISTROS' },
  { en: 'REFUSED', es: 'RECHAZADOS' },
  { en: 'MISSING', es: 'FALTAN' },
  { en: 'NEW', es: 'NUEVOS' },
  { en: 'CHANGED', es: 'CAMBIADOS' },
  { en: 'GONE', es: 'IDOS' },
  { en: 'SAME', es: 'IGUALES' },
]
const ALIGNED: readonly Alignment[] = ['left', 'left', ...Array<Alignment>(7).fill('right')]

function sourceRow(source: CollectedDay, words: Words): string[] {
  const { history, state, records, rejections, missing } = source
  const lacking = missing.reduce((sum, { expected, received }) => sum + expected - received, 0)
  const delivered =
    state === 'failed' ? [null, null, null] : [records, rejections.length, Math.max(0, lacking)]
  const shift = history
    ? [history.opened, history.changed, history.closed, history.unchanged]
    : [null, null, null, null]
  return [
    words(feedWords(source.source)),
    words(LEDGER_WORDS[state]),
    ...[...delivered, ...shift].map((count) => (count === null ? '-' : words(countWords(count)))),
  ]
}

/** What is wrong with one source's day, and what was odd about it. */
function detailLines(source: CollectedDay, language: Language): string[] {
  const { rejections, notes } = source
  const words = (phrase: Phrase) => say(phrase, language)
  const shown = rejections.slice(0, SHOWN_FAULTS)
  const left = rejections.length - shown.length
  const lines = [
    ...faultLines({ ...source, collection: source.id }, language).map((line) => `  ${line}`),
    ...tableLines(shown.map(({ place, code, raw }) => [place, words(REJECTION_WORDS[code]), raw])),
    ...(left > 0 ? [`  ${words(moreFaults(left))}`] : []),
    ...notes.map(({ code, place, detail }) =>
      shownText(`  ${words(NOTE_WORDS[code])}: ${place}${detail === '' ? '' : ` (${detail})`}`),
    ),
  ]
  if (lines.length === 0) return []
  const { id, origin } = source
  return [
    shownText(`${words(feedWords(source.source))} C${id} ${origin ?? ''}`.trimEnd()),
    ...lines,
    '',
  ]
}

function moreFaults(left: number): Phrase {
  return {
    en: `and ${left} more; --json lists them all`,
    es: `y ${left} más; --json los lista todos`,
  }
}

/** What was made of a day once its sources were in. */
function fleetLines(
  { sites, matching, counted: days, monthEnds }: FleetSummary,
  day: string,
  language: Language,
): string[] {
  const again = days.filter((each) => each !== day).length
  return [
    ...placingLines(sites, language),
    ...matchingLines(matching, language),
    say(countedWords(day, again), language),
    ...monthEnds.map(({ source, day: end }) =>
      say(monthEndWords(feedWords(source), end), language),
    ),
  ]
}

function countedWords(day: string, again: number): Phrase {
  if (again === 0) return { en: `Counted: ${day}`, es: `Contado: ${day}` }
  const { en, es } = counted(again, DAYS)
  return {
    en: `Counted: ${day}, and ${en} after it again`,
    es: `Contado: ${day}, y de nuevo ${es} posteriores`,
  }
}

function monthEndWords(source: Phrase, day: string): Phrase {
  return {
    en: `Month-end kept: ${source.en} ${day}`,
    es: `Cierre de mes conservado: ${source.es} ${day}`,
  }
}
