import type { Phrase } from './language.ts'

/** The words for a code; one kept by another version, or said by a source, stands for itself. */
export function codeWords(words: Readonly<Record<string, Phrase>>, code: string): Phrase {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? { en: code, es: code }
}
