/** The languages Muster speaks to people; codes, identifiers and logs stay in English. */
export const LANGUAGES = ['en', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

/** One thing said in every language. */
export interface Phrase {
  readonly en: string
  readonly es: string
}

/** What may decide the language, strongest first. */
export interface LanguageHints {
  /** Given on the command line. */
  readonly flag?: Language | undefined
  /** Given in the configuration. */
  readonly configured?: Language | undefined
  /** A locale such as `es_CU.UTF-8`, as `LANG` holds it. */
  readonly environment?: string | undefined
}

const SPANISH_LOCALE = /^es(?:[_.@-]|$)/iu

/** The language to speak: the flag, else the configuration, else the locale, else English. */
export function chooseLanguage({ flag, configured, environment }: LanguageHints): Language {
  if (flag !== undefined) return flag
  if (configured !== undefined) return configured
  return SPANISH_LOCALE.test(environment ?? '') ? 'es' : 'en'
}

/** The words of a phrase in one language. */
export function say(phrase: Phrase, language: Language): string {
  return phrase[language]
}
