import type { Language } from '../api/spoken-language.ts'

/** Where the installation is, and what is spoken. */
export interface Place {
  readonly language: Language
  readonly timeZone: string
}

/** An instant as the clock of the installation shows it. @example '20 Nov 2026, 09:05' */
export function formatInstant(instant: string | Date, { language, timeZone }: Place): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'es', {
    ...({ day: 'numeric', month: 'short', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const),
  }).format(new Date(instant))
}

/** Its hour alone. @example '09:05' */
export function formatClock(instant: string | Date, { language, timeZone }: Place): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'es', {
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const),
  }).format(new Date(instant))
}

/** The day an instant falls on where the installation is. */
export function dayOfInstant(instant: string | Date, timeZone: string): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(instant))
}
