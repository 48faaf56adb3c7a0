import type { RotationSummary } from '../../jobs/fleet/rotate-keys.task.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { tableLines } from './table.ts'

/** A key, and how many rows as received it seals. */
export interface ListedKey {
  readonly id: string
  readonly isCurrent: boolean
  readonly payloads: number
  /** Pieces of files of events that it seals. */
  readonly chunks: number
}

/** The keys there are, and where they lie. */
export function keyLines(keys: readonly ListedKey[], file: string, language: Language): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const titles = [
    words({ en: 'KEY', es: 'CLAVE' }),
    words({ en: 'ROWS SEALED', es: 'FILAS SELLADAS' }),
    words({ en: 'PIECES OF FILES', es: 'TROZOS DE ARCHIVOS' }),
    '',
  ]
  const rows = keys.map(({ id, isCurrent, payloads, chunks }) => [
    id,
    words(countWords(payloads)),
    words(countWords(chunks)),
    isCurrent ? words({ en: 'seals what is new', es: 'sella lo nuevo' }) : '',
  ])
  return [
    ...tableLines([titles, ...rows], ['left', 'right', 'right'], 0),
    '',
    words(keepCopy(file)),
  ]
}

function keepCopy(file: string): Phrase {
  return {
    en: `They lie in ${file}. Keep a copy apart from the database: without them what they seal stays closed.`,
    es: `Están en ${file}. Guarde una copia aparte de la base de datos: sin ellas, lo que sellan no se puede abrir.`,
  }
}

/** What sealing anew came to. */
export function rotationLines(
  { key, payloads, tokens, chunks, dropped }: RotationSummary,
  language: Language,
): string[] {
  const words = (phrase: Phrase) => say(phrase, language)
  const [rows, kept, pieces] = [countWords(payloads), countWords(tokens), countWords(chunks)]
  return [
    words({ en: `New key: ${key}`, es: `Clave nueva: ${key}` }),
    words({
      en: `Sealed anew with it: rows as received ${rows.en}, tokens ${kept.en}, pieces of files ${pieces.en}`,
      es: `Sellado de nuevo con ella: filas tal como se recibieron ${rows.es}, tokens ${kept.es}, trozos de archivos ${pieces.es}`,
    }),
    ...dropped.map((id) =>
      words({
        en: `Gone, since it sealed nothing more: ${id}`,
        es: `Eliminada, pues ya no sellaba nada: ${id}`,
      }),
    ),
  ]
}
