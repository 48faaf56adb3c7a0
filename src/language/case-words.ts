import type { Phrase } from './language.ts'
import type { Noun } from './list-words.ts'

export const CASES: Noun = {
  one: { en: 'case', es: 'caso' },
  many: { en: 'cases', es: 'casos' },
}

export const PASSED: Noun = {
  one: { en: 'passed', es: 'superado' },
  many: { en: 'passed', es: 'superados' },
}

export const MISSED: Noun = {
  one: { en: 'failed', es: 'fallido' },
  many: { en: 'failed', es: 'fallidos' },
}

export type CaseWord =
  | 'ok'
  | 'failed'
  | 'expected'
  | 'found'
  | 'why'
  | 'usual-rules'
  | 'no-evidence'
  | 'check-off'
  | 'no-sources'

/** Words of a run of golden cases. */
export const CASE_WORDS: Record<CaseWord, Phrase> = {
  ok: { en: 'ok', es: 'bien' },
  failed: { en: 'FAIL', es: 'FALLA' },
  expected: { en: 'expected', es: 'se espera' },
  found: { en: 'found', es: 'hay' },
  why: { en: 'why', es: 'por qué' },
  'usual-rules': { en: 'the usual rules', es: 'las reglas habituales' },
  'no-evidence': {
    en: 'nothing usable that it shares with another record',
    es: 'nada utilizable que comparta con otro registro',
  },
  'check-off': { en: 'this check is off', es: 'esta comprobación está desactivada' },
  'no-sources': {
    en: 'the case does not give the sources that this check compares',
    es: 'el caso no da las fuentes que compara esta comprobación',
  },
}

export type MatterWord =
  | 'one-machine'
  | 'no-machine'
  | 'question'
  | 'no-question'
  | 'finding'
  | 'no-finding'
  | 'tag'
  | 'no-tag'

/** What a case and the rules differ about. */
export const MATTER_WORDS: Record<MatterWord, Phrase> = {
  'one-machine': { en: 'one machine', es: 'un solo equipo' },
  'no-machine': { en: 'machines that are not to be one', es: 'equipos que no deben ser uno' },
  question: { en: 'a question for a person', es: 'una pregunta para una persona' },
  'no-question': {
    en: 'a question that is not expected',
    es: 'una pregunta que no se espera',
  },
  finding: { en: 'a finding', es: 'una discrepancia' },
  'no-finding': {
    en: 'a finding that is not expected',
    es: 'una discrepancia que no se espera',
  },
  tag: { en: 'an OCS row', es: 'una fila de OCS' },
  'no-tag': {
    en: 'an OCS row the case says nothing of',
    es: 'una fila de OCS de la que el caso no dice nada',
  },
}

/** Which rules a run of cases goes by. */
export function rulesOfFileWords(file: string): Phrase {
  return { en: `the rules of ${file}`, es: `las reglas de ${file}` }
}
