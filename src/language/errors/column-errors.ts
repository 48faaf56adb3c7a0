import type { ColumnProblem, ErrorDetails } from '../../lib/errors.ts'
import type { Phrase } from '../language.ts'
import { listWords } from '../list-words.ts'
import type { PhrasesOf } from './error-phrases.ts'

/** Failures of the headings of a file of events. */
export const COLUMN_ERRORS: PhrasesOf<'columns'> = {
  'columns.missing': ({ sheet, found, wanted }) => ({
    en: `${whereWords(sheet).en} lacks columns that are needed: ${listWords(wanted).en}. The headings that are there: ${listWords(found).en}. Correct them, or say in the mapping profile of the source which of them is which.`,
    es: `${whereWords(sheet).es} no tiene columnas que son necesarias: ${listWords(wanted).es}. Los encabezados que hay: ${listWords(found).es}. Corríjalos, o indique en el perfil de la fuente cuál es cuál.`,
  }),
  'columns.unclear': (details) => PROBLEMS[details.problem](details),
}

type Unclear = ErrorDetails['columns.unclear']

const PROBLEMS: Record<ColumnProblem, (details: Unclear) => Phrase> = {
  'role-twice': ({ sheet, about, columns }) => ({
    en: `${whereWords(sheet).en} has several columns that could be the ${about} of an event: ${listWords(columns).en}. Say in the mapping profile of the source which one it is, and what the others are.`,
    es: `${whereWords(sheet).es} tiene varias columnas que podrían ser «${about}» de un evento: ${listWords(columns).es}. Indique en el perfil de la fuente cuál lo es, y qué son las demás.`,
  }),
  'heading-twice': ({ sheet, about, columns }) => ({
    en: `${whereWords(sheet).en} has several columns headed "${about}"; case and spaces at the ends make no difference: ${listWords(columns).en}. Give each its own heading, or leave only one.`,
    es: `${whereWords(sheet).es} tiene varias columnas con el encabezado «${about}»; las mayúsculas y los espacios en los extremos no cuentan: ${listWords(columns).es}. Dé a cada una su encabezado, o deje solo una.`,
  }),
  'heading-unreadable': ({ sheet, about, columns }) => ({
    en: `${whereWords(sheet).en} has a heading with characters that are no text: ${about}. All headings: ${listWords(columns).en}. Write it again.`,
    es: `${whereWords(sheet).es} tiene un encabezado con caracteres que no son texto: ${about}. Todos los encabezados: ${listWords(columns).es}. Escríbalo de nuevo.`,
  }),
}

function whereWords(sheet: string | undefined): Phrase {
  if (sheet === undefined) return { en: 'The file', es: 'El archivo' }
  return { en: `The sheet "${sheet}"`, es: `La hoja «${sheet}»` }
}
