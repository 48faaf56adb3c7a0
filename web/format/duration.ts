import type { Language } from '../api/spoken-language.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took. @example formatDuration(83_000) // => '1 min 23 s' */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ${Math.floor((ms % MINUTE) / SECOND)} s`
  return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`
}

const STEPS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const

/** How long ago something was. @example formatAge(180_000, 'en') // => '3 min ago' */
export function formatAge(ms: number, language: Language): string {
  const [unit, length] = STEPS.find(([, each]) => ms >= each) ?? STEPS[3]
  const format = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' })
  return format.format(-Math.floor(Math.max(0, ms) / length), unit)
}

/** So many days ago, in words where there are. @example formatDaysAgo(1, 'es') // => 'ayer' */
export function formatDaysAgo(days: number, language: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day')
}
