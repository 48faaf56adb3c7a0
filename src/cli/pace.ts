import type { Phrase } from '../language/language.ts'
import { countWords } from '../language/list-words.ts'

/** How far a step has come. */
export interface Reach {
  readonly done: number
  /** Null when nobody can say how many there are. */
  readonly total: number | null
  /** Since the step began, in milliseconds. */
  readonly elapsedMs: number
}

/** Before this many milliseconds a rate is chance. */
const TELLING_AFTER_MS = 1_000

/** Rows, rate and time left of a step, as a terminal shows them. */
export function paceWords({ done, total, elapsedMs }: Reach): Phrase {
  const rate = elapsedMs < TELLING_AFTER_MS ? null : (done / elapsedMs) * 1_000
  const left = rate === null || rate === 0 || total === null ? null : (total - done) / rate
  const count = countWords(done)
  const whole = countWords(total ?? done)
  const en = [total === null ? `${count.en} rows` : `${count.en} of ${whole.en} rows`]
  const es = [total === null ? `${count.es} filas` : `${count.es} de ${whole.es} filas`]
  if (rate !== null) {
    const perSecond = countWords(Math.round(rate))
    en.push(`${perSecond.en}/s`)
    es.push(`${perSecond.es}/s`)
  }
  if (left !== null) {
    en.push(`${clock(left)} left`)
    es.push(`faltan ${clock(left)}`)
  }
  return { en: en.join(', '), es: es.join(', ') }
}

/** Seconds as minutes and seconds: `0:07`, `12:30`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
