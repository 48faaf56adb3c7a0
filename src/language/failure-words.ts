import type { Phrase } from './language.ts'

/** Why a change was not written; what the target's own database says stands for itself. */
export function failureWords(reason: string): Phrase {
  return FAILURES.get(reason) ?? { en: reason, es: reason }
}

const FAILURES: ReadonlyMap<string, Phrase> = new Map([
  [
    'not-written',
    {
      en: 'not written before an interruption, or put back since',
      es: 'no se escribió antes de una interrupción, o se repuso después',
    },
  ],
  [
    'not-unicode',
    { en: 'the new text is not valid Unicode', es: 'el texto nuevo no es Unicode válido' },
  ],
])
