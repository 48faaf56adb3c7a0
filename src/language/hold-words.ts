import type { Phrase } from './language.ts'
import { counted, countWords } from './list-words.ts'
import { RECORDS } from './noun-words.ts'

/** Why a collection is held, as a person is told. */
export type HoldWord =
  | { readonly code: 'empty' }
  | { readonly code: 'header-not-found'; readonly missing: readonly string[] }
  | { readonly code: 'shrunk'; readonly before: number; readonly now: number }

/** Why a collection is held, and how it is accepted; null where it can be no more. */
export function heldCollectionWords(hold: HoldWord, collection: number | null): Phrase {
  switch (hold.code) {
    case 'empty':
      return ifRight(collection, {
        en: 'it came empty',
        es: 'llegó vacía',
      })
    case 'shrunk': {
      const [now, before] = [counted(hold.now, RECORDS), countWords(hold.before)]
      return ifRight(collection, {
        en: `${now.en}, ${before.en} when it was last accepted`,
        es: `${now.es}, ${before.es} en la última aceptada`,
      })
    }
    case 'header-not-found': {
      const missing = hold.missing.join(', ')
      return {
        en: `no header row; missing ${missing}. Correct the file, or pin headerRow and columns in the configuration`,
        es: `no hay fila de encabezados; falta ${missing}. Corrija el archivo, o fije headerRow y columns en la configuración`,
      }
    }
  }
}

function ifRight(collection: number | null, { en, es }: Phrase): Phrase {
  if (collection === null) return { en: `${en}.`, es: `${es}.` }
  return {
    en: `${en}. If that is right: muster accept C${collection} --by NAME`,
    es: `${es}. Si es correcto: muster accept C${collection} --by NOMBRE`,
  }
}

/** Something of a collection that is not there: where, and how much of it. */
export function missingAtWords(
  words: Phrase,
  { place, expected, received }: { place: string; expected: number; received: number },
): Phrase {
  const [all, came] = [countWords(expected), countWords(received)]
  return {
    en: `${words.en}: ${place} (${came.en} of ${all.en})`,
    es: `${words.es}: ${place} (${came.es} de ${all.es})`,
  }
}
