import type { Phrase } from './language.ts'
import { listWords } from './list-words.ts'

/** What a sender is told of a file that was taken in all the same. */
export function uploadWarningWords(
  warning:
    | { readonly code: 'encoding-guessed' }
    | { readonly code: 'sheets-hidden'; readonly sheets: readonly string[] }
    | { readonly code: 'events-to-come'; readonly lastAt: string },
): Phrase {
  switch (warning.code) {
    case 'encoding-guessed':
      return {
        en: 'Its text is not UTF-8 and was read as Windows-1252; look whether accents came out right.',
        es: 'Su texto no es UTF-8 y se leyó como Windows-1252; compruebe que los acentos salieron bien.',
      }
    case 'sheets-hidden':
      return {
        en: `Hidden sheets were not read: ${listWords(warning.sheets).en}.`,
        es: `Las hojas ocultas no se leyeron: ${listWords(warning.sheets).es}.`,
      }
    case 'events-to-come':
      return {
        en: `Its last event is yet to come (${warning.lastAt}); look whether its times are right.`,
        es: `Su último evento está por venir (${warning.lastAt}); compruebe que sus fechas son correctas.`,
      }
  }
}
