import type { Phrase } from '../language/language.ts'
import { counted, countWords } from '../language/list-words.ts'
import { ROWS } from '../language/noun-words.ts'

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
  const rows = counted(total ?? done, ROWS)
  const en = [total === null ? rows.en : `${count.en} of ${rows.en}`]
  const es = [total === null ? rows.es : `${count.es} de ${rows.es}`]
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
