import type { SourceDay } from '../../inventory/list/store.ts'
import { feedWords, restsOnWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import type { Day } from '../../lib/day.ts'

const NOTHING_BEHIND: Phrase = {
  en: 'No source of machines is known up to that day.',
  es: 'Hasta ese día no se conoce ninguna fuente de equipos.',
}

/** What an answer of a day rests on, a phrase for each source. */
export function restNotes(day: Day, restsOn: readonly SourceDay[]): Phrase[] {
  if (restsOn.length === 0) return [NOTHING_BEHIND]
  return restsOn.map(({ source, day: known }) =>
    restsOnWords(feedWords(source), known, known < day),
  )
}

/** The same, line by line. */
export function restLines(day: Day, restsOn: readonly SourceDay[], language: Language): string[] {
  return restNotes(day, restsOn).map((note) => `  ${say(note, language)}`)
}
