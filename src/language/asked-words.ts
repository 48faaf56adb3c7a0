import type { Phrase } from './language.ts'

/** What the contract says itself, in English, of a part of a request that is not as it is to be. */
export const ASKED_WORDS: readonly Phrase[] = [
  { en: 'no control characters', es: 'sin caracteres de control' },
  { en: 'a year from 1000 on', es: 'un año desde 1000' },
  { en: 'more than the window', es: 'más que la ventana' },
  { en: 'no JSON object of texts', es: 'no es un objeto JSON de textos' },
  { en: 'either ids or filter', es: 'o ids o filter, uno de los dos' },
  {
    en: 'path and search together: 2048 bytes at most',
    es: 'path y search juntos: 2048 bytes como máximo',
  },
]
