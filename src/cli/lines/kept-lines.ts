import type { DueMonthEnd } from '../../inventory/retention/kept-days.ts'
import type { FleetSummary } from '../../jobs/fleet/keep-fleet.task.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'

/** What is kept of a day that came in: the months it ends, and whether retention takes it out again. */
export function keptLines(
  { matching, monthEnds, isDueToGo }: FleetSummary,
  language: Language,
): string[] {
  const phrases = [
    ...monthEnds.map(monthEndWords),
    ...(isDueToGo ? [dueToGoWords(matching.day)] : []),
  ]
  return phrases.map((phrase) => say(phrase, language))
}

function monthEndWords({ source, day, insteadOf }: DueMonthEnd): Phrase {
  const { en, es } = feedWords(source)
  const before =
    insteadOf === null
      ? { en: '', es: '' }
      : { en: `, in place of ${insteadOf}`, es: `, en lugar del ${insteadOf}` }
  return {
    en: `Month-end kept: ${en} ${day}${before.en}`,
    es: `Cierre de mes conservado: ${es} ${day}${before.es}`,
  }
}

function dueToGoWords(day: string): Phrase {
  return {
    en: `NOT KEPT FOR LONG: ${day} is older than the days that are kept, and no month-end that is kept. The next night, or "muster prune", takes it out again. To keep it, raise fleet.dailyFor in the configuration before that.`,
    es: `NO SE CONSERVARÁ: el ${day} es anterior a los días que se conservan, y no es un cierre de mes que se conserve. La próxima noche, o «muster prune», lo quitará de nuevo. Para conservarlo, aumente antes fleet.dailyFor en la configuración.`,
  }
}
