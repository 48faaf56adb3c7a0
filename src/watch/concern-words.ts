import type { Phrase } from '../language/language.ts'
import { counted, type Noun } from '../language/list-words.ts'
import { stateWord } from '../language/state-words.ts'
import { checkWords } from '../reports/check-titles.ts'
import type { Voice } from '../reports/voice.ts'
import type { Concern } from './concern.ts'

/** A concern in one sentence: what is wrong, and what to look at. */
export function concernWords(concern: Pick<Concern, 'kind' | 'details'>, voice: Voice): string {
  return voice.say(phraseOf(concern as Concern, voice)).replace(/[\s\p{Cc}]+/gu, ' ') // names may hold line breaks
}

function phraseOf(concern: Concern, voice: Voice): Phrase {
  switch (concern.kind) {
    case 'source-late':
      return lateWords(concern.details, voice)
    case 'source-held':
      return heldWords(concern.details)
    case 'findings':
      return findingsWords(concern.details)
    case 'anomaly':
      return anomalyWords(concern.details)
    case 'plan-waiting':
      return planWords(concern.details, voice)
    case 'run-failed':
      return runWords(concern.details)
    case 'run-overdue':
      return overdueWords(concern.details, voice)
  }
}

type Details<Kind extends Concern['kind']> = Extract<Concern, { kind: Kind }>['details']

function lateWords(
  { source, due, by, lastDay, lastState }: Details<'source-late'>,
  { timeZone }: Voice,
): Phrase {
  const state = lastState === null ? null : stateWord(lastState)
  const tried: Phrase =
    state === null
      ? { en: 'it was never tried', es: 'nunca se intentó' }
      : { en: `its last try: ${state.en}`, es: `su último intento: ${state.es}` }
  const last: Phrase =
    lastDay === null
      ? { en: 'no day of it is complete', es: 'ningún día suyo está completo' }
      : { en: `its last complete day is ${lastDay}`, es: `su último día completo es ${lastDay}` }
  return {
    en: `${source} is late: ${due} was to be complete by ${by} (${timeZone}); ${last.en}, ${tried.en}. See: muster days`,
    es: `${source} está atrasada: ${due} debía estar completo a las ${by} (${timeZone}); ${last.es}, ${tried.es}. Vea: muster days`,
  }
}

function heldWords({ source, state, collection, day }: Details<'source-held'>): Phrase {
  const word = stateWord(state)
  return {
    en: `${source} of ${day} is ${word.en} and waits for a person. See: muster show C${collection}`,
    es: `${source} del ${day} está ${word.es} y espera a una persona. Vea: muster show C${collection}`,
  }
}

const FINDINGS: Noun = {
  one: { en: 'open finding', es: 'discrepancia abierta' },
  many: { en: 'open findings', es: 'discrepancias abiertas' },
}

function findingsWords({ check, count, level }: Details<'findings'>): Phrase {
  const { title } = checkWords(check)
  const found = counted(count, FINDINGS)
  return {
    en: `${title.en}: ${found.en} (told from ${level}). See: muster findings --check ${check}`,
    es: `${title.es}: ${found.es} (se avisa desde ${level}). Vea: muster findings --check ${check}`,
  }
}

function anomalyWords(details: Details<'anomaly'>): Phrase {
  const { source, metric, day, value, expected, direction } = details
  const [is, was] = [figure(value), figure(expected)]
  const odd = direction === 'high' ? { en: 'high', es: 'alto' } : { en: 'low', es: 'bajo' }
  return {
    en: `${metric} of ${source} is oddly ${odd.en} on ${day}: ${is} where about ${was} was expected. See: muster anomalies ${metric}`,
    es: `${metric} de ${source} tiene un valor raramente ${odd.es} el ${day}: ${is} donde se esperaba cerca de ${was}. Vea: muster anomalies ${metric}`,
  }
}

/** Four digits tell enough of what is merely expected. */
function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)))
}

const CORRECTED: Readonly<Record<Details<'plan-waiting'>['corrects'], Phrase>> = {
  tags: { en: 'TAGs', es: 'TAG' },
  names: { en: 'names', es: 'nombres' },
}

const CHANGES: Noun = {
  one: { en: 'change', es: 'cambio' },
  many: { en: 'changes', es: 'cambios' },
}

function planWords(details: Details<'plan-waiting'>, voice: Voice): Phrase {
  const { corrects, plan, state, changes, waitingSince } = details
  const [what, word, many] = [CORRECTED[corrects], stateWord(state), counted(changes, CHANGES)]
  const since = voice.at(new Date(waitingSince))
  return {
    en: `Corrections of ${what.en} have waited for a person since ${since}: plan P${plan} is ${word.en}, with ${many.en}. See: muster show P${plan}`,
    es: `Hay correcciones de ${what.es} esperando a una persona desde ${since}: el plan P${plan} está ${word.es}, con ${many.es}. Vea: muster show P${plan}`,
  }
}

function runWords({ task, run, state, code }: Details<'run-failed'>): Phrase {
  const word = stateWord(state)
  const why = code === null ? '' : ` (${code})`
  return {
    en: `The last run of "${task}" ended: ${word.en}${why}. See: muster show R${run}`,
    es: `La última ejecución de «${task}» terminó: ${word.es}${why}. Vea: muster show R${run}`,
  }
}

function overdueWords(details: Details<'run-overdue'>, voice: Voice): Phrase {
  if (details.late === 'to-end') {
    const since = voice.at(new Date(details.startedAt))
    return {
      en: `A run of "${details.task}" has been at work since ${since}. See: muster show R${details.run}`,
      es: `Una ejecución de «${details.task}» lleva trabajando desde ${since}. Vea: muster show R${details.run}`,
    }
  }
  const { job, dueAt, run } = details
  const due = voice.at(new Date(dueAt))
  if (run === null) {
    return {
      en: `"${job}" of the schedule was due at ${due} and no server began it. Is muster serve or muster work running?`,
      es: `«${job}» del horario tocaba a las ${due} y ningún servidor lo empezó. ¿Está en marcha muster serve o muster work?`,
    }
  }
  return {
    en: `"${job}" of the schedule has waited since ${due} and has not begun. See: muster show R${run}`,
    es: `«${job}» del horario espera desde ${due} y no ha empezado. Vea: muster show R${run}`,
  }
}
