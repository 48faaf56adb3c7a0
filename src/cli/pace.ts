import type { Phrase } from '../language/language.ts'
import type { Noun } from '../language/list-words.ts'
import { counted, countWords } from '../language/list-words.ts'
import { BYTES_READ, NIGHTS, ROWS, SERIES } from '../language/noun-words.ts'
import type { StepName } from '../lib/progress.ts'

/** How far a step has come. */
export interface Reach {
  /** Which step it is; that tells what is counted. */
  readonly step: StepName
  readonly done: number
  /** Null when nobody can say how many there are. */
  readonly total: number | null
  /** Since the step began, in milliseconds. */
  readonly elapsedMs: number
}

/** What a step counts, and how many of it are one as it is shown. */
interface Unit {
  readonly noun: Noun
  readonly per: number
}

const OF_ROWS: Unit = { noun: ROWS, per: 1 }
const MEGABYTE: Unit = { noun: BYTES_READ, per: 1_000_000 }
const UNITS: Readonly<Partial<Record<StepName, Unit>>> = {
  'look-at-file': MEGABYTE,
  'read-events': MEGABYTE,
  'write-backup': MEGABYTE,
  'check-backup': MEGABYTE,
  'load-backup': MEGABYTE,
  'study-series': { noun: SERIES, per: 1 },
  'play-past': { noun: NIGHTS, per: 1 },
}

/** Before this many milliseconds a rate is chance. */
const TELLING_AFTER_MS = 1_000

/** Rows, rate and time left of a step, as a terminal shows them. */
export function paceWords({ step, ...reach }: Reach): Phrase {
  const { noun, per } = UNITS[step] ?? OF_ROWS
  const { elapsedMs } = reach
  const done = Math.floor(reach.done / per)
  const total = reach.total === null ? null : Math.ceil(reach.total / per)
  const rate = elapsedMs < TELLING_AFTER_MS ? null : (done / elapsedMs) * 1_000
  const left = rate === null || rate === 0 || total === null ? null : (total - done) / rate
  const count = countWords(done)
  const rows = counted(total ?? done, noun)
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
