import type { FailingRow } from '../../analytics/standing/failing-row.ts'
import {
  ANALYZE_WORDS as A,
  KEY_FIELD_WORDS,
  MEASURE_WORDS,
  WHY_WORDS,
} from '../../language/analyze-words.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { counted, type Noun } from '../../language/list-words.ts'
import { ROWS } from '../../language/noun-words.ts'
import { tableLines } from './table.ts'
import { shownText } from './terminal-text.ts'

/** Rows that fail a measure on a day, and of how many they are the first. */
export interface ShownFailing {
  readonly day: string
  readonly measure: FailingRow['measure']
  readonly field: FailingRow['field']
  readonly place: string | null
  readonly items: readonly FailingRow[]
  readonly total: number
}

const FAIL: Noun = {
  one: { en: 'row fails', es: 'fila falla' },
  many: { en: 'rows fail', es: 'filas fallan' },
}

/** The rows one below the other, each with why. */
export function failingLines(shown: ShownFailing, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const { items, total } = shown
  const rows = items.map(({ key, hostname, inventoryNumber, value, why, building, ...row }) => [
    ...[key, hostname ?? '', inventoryNumber ?? '', building ?? ''],
    ...(shown.measure === 'completeness' && row.field !== null
      ? [words(KEY_FIELD_WORDS[row.field])]
      : []),
    ...[words(WHY_WORDS[why]), value ?? ''],
  ])
  const titles = [
    ...[A.key, A.hostname, A.inventoryNumber, A.building],
    ...(shown.measure === 'completeness' ? [A.field] : []),
    ...[A.why, A.value],
  ].map(words)
  const left = total - items.length
  const more = {
    en: `and ${say(counted(left, ROWS), 'en')} more; --all lists them, --output FILE writes them`,
    es: `y ${say(counted(left, ROWS), 'es')} más; --all las lista, --output ARCHIVO las escribe`,
  }
  return [
    shownText(words(headline(shown))),
    ...(rows.length === 0 ? [] : tableLines([titles, ...rows])),
    ...(left > 0 && items.length > 0 ? [words(more)] : []),
  ]
}

function headline({ day, measure, field, place, total }: ShownFailing): Phrase {
  const fail = counted(total, FAIL)
  const told = (language: 'en' | 'es') => {
    const name = MEASURE_WORDS[measure][language]
    const which = field === null ? name : `${name} (${KEY_FIELD_WORDS[field][language]})`
    return place === null ? which : `${which}, ${place}`
  }
  return { en: `${day}: ${fail.en} ${told('en')}`, es: `${day}: ${fail.es} en ${told('es')}` }
}
