import type { SourceDay } from '../inventory/list/store.ts'
import { feedWords, restsOnWords } from '../language/fleet-words.ts'
import type { Phrase } from '../language/language.ts'
import type { Day } from '../lib/day.ts'

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

/** Said of a list of a past day: what changes daily is not kept of it. */
export function pulseNotes({ isPast }: { readonly isPast: boolean }): Phrase[] {
  if (!isPast) return []
  return [
    {
      en: 'A later day is known: last contact and user, kept as of the newest alone, are left empty where that is later than this one.',
      es: 'Se conoce un día posterior: el último contacto y el usuario, que solo se conservan del más nuevo, quedan vacíos donde ese es posterior a este.',
    },
  ]
}
