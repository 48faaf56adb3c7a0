import { createContext, use, useMemo } from 'react'
import type { Language } from '../api/spoken-language.ts'
import type { Spoken, Words } from './phrase.ts'

/** The language of the screen, and how it is changed. */
export const LanguageContext = createContext<{
  readonly language: Language
  readonly change: (language: Language) => void
}>({ language: 'en', change: () => {} })

/** The language of the screen. */
export function useLanguage(): Language {
  return use(LanguageContext).language
}

/** Phrases in the language of the screen. @example const say = useWords(TODAY); say.title */
export function useWords<W extends Words>(words: W): Spoken<W> {
  const language = useLanguage()
  return useMemo(() => spoken(words, language), [words, language])
}

/** Phrases in one language. */
function spoken<W extends Words>(words: W, language: Language): Spoken<W> {
  const pairs = Object.entries(words).map(([name, phrase]) => [name, phrase[language]])
  return Object.fromEntries(pairs) as Spoken<W> // the same names, each in one language
}
