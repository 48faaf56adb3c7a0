import { type Language, type Phrase, say } from '../language/language.ts'

/** How a report speaks: in which words, and by which clock. */
export interface Voice {
  say(phrase: Phrase): string
  /** @example '2026-11-21 06:00' */
  at(instant: Date): string
  readonly timeZone: string
}

/** Speaks `language` and tells instants as the wall clock of an IANA time zone shows them. */
export function voiceOf(language: Language, timeZone: string): Voice {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return {
    say: (phrase) => say(phrase, language),
    at: (instant) => clock.format(instant),
    timeZone,
  }
}
