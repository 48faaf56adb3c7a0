import type { SourceDay } from '../../inventory/list/store.ts'
import { type Language, say } from '../../language/language.ts'
import type { Day } from '../../lib/day.ts'
import { restNotes } from '../../reports/rest-notes.ts'

/** What an answer of a day rests on, line by line. */
export function restLines(day: Day, restsOn: readonly SourceDay[], language: Language): string[] {
  return restNotes(day, restsOn).map((note) => `  ${say(note, language)}`)
}
