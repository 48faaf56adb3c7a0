import { type Language, say } from '../language/language.ts'
import { OUTCOME_WORDS, type OutcomeWord } from '../language/outcome-words.ts'
import type { PlanSummary } from '../reconcile/make-plan.task.ts'

/** A plan in a few lines: what every OCS row came to, and whose sight would change. */
export function planLines(plan: PlanSummary, language: Language): string[] {
  const { outcomes, rows, changes, access, holds } = plan
  return [
    say(heading(plan.plan, changes, rows), language),
    ...Object.entries(outcomes).map(
      ([kind, count]) => `  ${count}  ${outcomeName(kind, language)}`,
    ),
    ...access.map((shift) => `  ${say(shiftWords(shift), language)}`),
    ...holds.map((hold) => `  ${say(holdWords(hold), language)}`),
  ]
}

function outcomeName(kind: string, language: Language): string {
  return kind in OUTCOME_WORDS ? say(OUTCOME_WORDS[kind as OutcomeWord], language) : kind // `in` has just proven the key
}

function heading(id: number, changes: number, rows: number) {
  return {
    en: `Plan P${id}: ${changes} changes over ${rows} OCS rows`,
    es: `Plan P${id}: ${changes} cambios en ${rows} filas de OCS`,
  }
}

function shiftWords(shift: { login: string; pattern: string; loses: number; gains: number }) {
  const { login, pattern, loses, gains } = shift
  return {
    en: `OCS login ${login} (${pattern}) would stop seeing ${loses} computers and start seeing ${gains}`,
    es: `El usuario de OCS ${login} (${pattern}) dejaría de ver ${loses} equipos y pasaría a ver ${gains}`,
  }
}

function holdWords(hold: { changes: number; rows: number; limit: number }) {
  const limit = Math.round(hold.limit * 100)
  return {
    en: `held: it changes ${hold.changes} of ${hold.rows} rows, more than ${limit} %`,
    es: `retenido: cambia ${hold.changes} de ${hold.rows} filas, más del ${limit} %`,
  }
}
