import type { PruneSummary } from '../../inventory/retention/store.ts'
import type { PrunedSummary } from '../../jobs/fleet/prune-fleet.task.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, type Noun } from '../../language/list-words.ts'
import { DAYS, LINKS, PAYLOADS, VERSIONS } from '../../language/machine-nouns.ts'
import { dayRanges } from './day-ranges.ts'

/** How many stretches of days are named on a terminal; `--json` has every day. */
const SHOWN = 20
const NOTHING: Phrase = { en: 'Nothing is due to go.', es: 'No hay nada que quitar.' }
const DRY: Phrase = {
  en: 'Would go (nothing was taken):',
  es: 'Se quitaría (no se quitó nada):',
}
const DONE: Phrase = { en: 'Gone:', es: 'Se quitó:' }

/** What retention would take, or took where rows as received were counted too. */
export function pruneLines(pruned: PruneSummary | PrunedSummary, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const payloads = 'payloads' in pruned ? pruned.payloads : null
  const { days, versions, links } = pruned
  if (days.length + versions + links + (payloads ?? 0) === 0) return [words(NOTHING)]
  const line = (count: number, noun: Noun) => `  ${words(counted(count, noun))}`
  const ranges = dayRanges(days)
  const left = ranges.length - SHOWN
  const more = {
    en: `    and ${left} more; --json lists every day`,
    es: `    y ${left} más; --json lista cada día`,
  }
  return [
    words(payloads === null ? DRY : DONE),
    line(days.length, DAYS),
    ...ranges.slice(0, SHOWN).map((range) => `    ${range}`),
    ...(left > 0 ? [words(more)] : []),
    line(versions, VERSIONS),
    line(links, LINKS),
    ...(payloads === null ? [] : [line(payloads, PAYLOADS)]),
  ]
}
