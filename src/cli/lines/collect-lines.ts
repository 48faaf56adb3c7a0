import type { CollectedDay } from '../../collect/collect-day.task.ts'
import type { CollectSummary } from '../../jobs/fleet/collect-fleet.task.ts'
import type { FleetSummary } from '../../jobs/fleet/keep-fleet.task.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { LEDGER_WORDS } from '../../language/ledger-words.ts'
import { counted, countWords } from '../../language/list-words.ts'
import { DAYS } from '../../language/machine-nouns.ts'
import { checkLines } from './check-lines.ts'
import { deliveryLines } from './delivery-lines.ts'
import { keptLines } from './kept-lines.ts'
import { matchingLines, placingLines } from './matching-lines.ts'
import { type Alignment, tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

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
  const { day, sources, fleet, checks } = summary
  const words = (phrase: Phrase) => say(phrase, language)
  if (sources.length === 0) return [words(NO_SOURCE)]
  return [
    day,
    ...tableLines([TITLES.map(words), ...sources.map((each) => sourceRow(each, words))], ALIGNED),
    '',
    ...sources.flatMap((source) => detailLines(source, language)),
    ...(fleet ? fleetLines(fleet, day, language) : [words(NOTHING_TAKEN)]),
    ...(checks ? ['', ...checkLines(checks, language)] : []),
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
  const { id, origin } = source
  const lines = deliveryLines({ ...source, collection: id }, language)
  if (lines.length === 0) return []
  const name = say(feedWords(source.source), language)
  return [shownText(`${name} C${id} ${origin ?? ''}`.trimEnd()), ...lines, '']
}

/** What was made of a day once its sources were in. */
function fleetLines(fleet: FleetSummary, day: string, language: Language): string[] {
  const { sites, matching, counted: days } = fleet
  const again = days.filter((each) => each !== day).length
  return [
    ...placingLines(sites, language),
    ...matchingLines(matching, language),
    say(countedWords(day, again), language),
    ...keptLines(fleet, language),
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
