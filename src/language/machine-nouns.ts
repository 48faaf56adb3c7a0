import type { Noun } from './list-words.ts'

export const MACHINES: Noun = {
  one: { en: 'machine', es: 'equipo' },
  many: { en: 'machines', es: 'equipos' },
}

export const DAYS: Noun = { one: { en: 'day', es: 'día' }, many: { en: 'days', es: 'días' } }

export const ORGANISATIONS: Noun = {
  one: { en: 'organisation', es: 'organización' },
  many: { en: 'organisations', es: 'organizaciones' },
}

export const QUESTIONS: Noun = {
  one: { en: 'question', es: 'pregunta' },
  many: { en: 'questions', es: 'preguntas' },
}

/** Periods in which nothing about a record changed. */
export const VERSIONS: Noun = {
  one: { en: 'version of a record', es: 'versión de un registro' },
  many: { en: 'versions of records', es: 'versiones de registros' },
}

/** Statements that a record speaks of a machine. */
export const LINKS: Noun = {
  one: { en: 'link to a machine', es: 'vínculo con un equipo' },
  many: { en: 'links to machines', es: 'vínculos con equipos' },
}

/** Rows as their source sent them. */
export const PAYLOADS: Noun = {
  one: { en: 'row as received', es: 'fila tal como se recibió' },
  many: { en: 'rows as received', es: 'filas tal como se recibieron' },
}
