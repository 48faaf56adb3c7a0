import type { NameNight } from '../../jobs/plan-names.task.ts'
import { explain } from '../../language/error-words.ts'
import { feedWords } from '../../language/fleet-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, countWords, listWords } from '../../language/list-words.ts'
import { nameOutcomeWords } from '../../language/name-outcome-words.ts'
import { CHANGES, COMPUTERS } from '../../language/noun-words.ts'
import type { ListedChange } from '../../reconcile/change-queries.ts'
import type { MadeNamePlan, NamePlanSummary } from '../../reconcile/names/make-name-plan.task.ts'
import { changeLines } from './change-lines.ts'
import { holdWords, SHOWN_CHANGES } from './plan-lines.ts'
import { tableLines } from './table.ts'
import { verifyLines, writingLines } from './writing-lines.ts'

/** A plan of names for a person: what would change and why, and what came of the others; or why there is none. */
export function namePlanLines(
  { plan, notComplete }: NamePlanSummary,
  firstChanges: readonly ListedChange[],
  language: Language,
): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  if (plan === null) {
    return [words(noPlan(notComplete.map((source) => words(feedWords(source)))))]
  }
  const outcomes = Object.entries(plan.outcomes).toSorted(([, one], [, other]) => other - one)
  const rows = outcomes.map(([kind, count]) => [
    words(countWords(count)),
    words(nameOutcomeWords(kind)),
  ])
  return [
    words(heading(plan)),
    ...(rows.length > 0 ? ['', words(OUTCOMES), ...tableLines(rows, ['right'])] : []),
    ...(firstChanges.length > 0
      ? ['', words(changesHeading(plan)), ...changeLines(firstChanges)]
      : []),
    ...(plan.changes === 0 ? [words(NOTHING_TO_RENAME)] : []),
    ...plan.holds.map((hold) => words(holdWords(hold, plan.plan))),
    ...(plan.state === 'waiting' && plan.changes > 0 ? [words(nextStep(plan.plan))] : []),
  ]
}

/** A night's part of the names, as it lands in a log or a mail. */
export function nameNightLines(night: NameNight, language: Language): string[] {
  const { lookBack, plan, applied, verified, failure } = night
  const old = applied === null && plan?.plan ? plan.notOfToday : []
  return [
    ...(lookBack ? [...verifyLines(lookBack, language), ''] : []),
    ...(plan ? namePlanLines(plan, [], language) : []),
    ...(old.length > 0 ? [say(notOfToday(old.map(feedWords)), language)] : []),
    ...(applied ? ['', ...writingLines(applied, [], language)] : []),
    ...(verified ? ['', ...verifyLines(verified, language)] : []),
    ...(failure ? ['', explain(failure, language)] : []),
  ]
}

const OUTCOMES: Phrase = {
  en: 'What each machine whose names differ came to',
  es: 'En qué quedó cada equipo cuyos nombres difieren',
}

const NOTHING_TO_RENAME: Phrase = {
  en: 'Nothing is renamed. A computer that still bears its host name in one of the two, or no name, is no mismatch and keeps what it has.',
  es: 'No se cambia ningún nombre. Un equipo que en uno de los dos aún lleva su nombre de host, o ninguno, no es una discrepancia y se queda como está.',
}

/** Why a night leaves its plan to a person. */
function notOfToday(sources: readonly Phrase[]): Phrase {
  return {
    en: `Nothing is written unattended: these sources were not collected whole today: ${listWords(sources.map(({ en }) => en)).en}`,
    es: `No se escribe nada sin una persona: estas fuentes no se recopilaron enteras hoy: ${listWords(sources.map(({ es }) => es)).es}`,
  }
}

function heading({ plan, changes, rows }: MadeNamePlan): Phrase {
  const [many, all] = [counted(changes, CHANGES), counted(rows, COMPUTERS)]
  return {
    en: `Plan P${plan}: ${many.en} of names over ${all.en} in ThreatLocker`,
    es: `Plan P${plan}: ${many.es} de nombre en ${all.es} de ThreatLocker`,
  }
}

function changesHeading({ plan, changes }: MadeNamePlan): Phrase {
  if (changes <= SHOWN_CHANGES) return { en: 'What would change', es: 'Qué cambiaría' }
  return {
    en: `What would change: the first ${SHOWN_CHANGES}; "muster show P${plan}" lists all`,
    es: `Qué cambiaría: los primeros ${SHOWN_CHANGES}; «muster show P${plan}» los lista todos`,
  }
}

function noPlan(sources: readonly string[]): Phrase {
  const { en, es } = listWords(sources)
  return {
    en: `No plan was made: of these sources the newest collection is not complete: ${en}. Look at "muster days", then: muster collect`,
    es: `No se hizo ningún plan: la última recopilación de estas fuentes no está completa: ${es}. Mire «muster days» y luego: muster collect`,
  }
}

function nextStep(plan: number): Phrase {
  return {
    en: `Nothing was written to ThreatLocker. To write it: muster apply P${plan}`,
    es: `No se escribió nada en ThreatLocker. Para escribirlo: muster apply P${plan}`,
  }
}
