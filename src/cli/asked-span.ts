import type { App } from '../app.ts'
import { type Day, isDay } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import { todayOf } from './asked-day.ts'
import type { Call, CommandOption } from './command.ts'

/** Days from one to another, both included; null where nobody said. */
export interface AskedSpan {
  readonly from: Day | null
  readonly to: Day | null
}

/** The options by which days are narrowed. */
export const SPAN_OPTIONS: readonly CommandOption[] = [
  { flags: '--from <day>', means: { en: 'from this day on', es: 'desde este día' } },
  {
    flags: '--to <day>',
    means: { en: 'up to this day, it included', es: 'hasta este día, incluido' },
  },
]

/** Throws `command.bad-argument` for what is no day, and for a span that ends before it begins. */
export function askedSpan(app: App, call: Pick<Call, 'option'>): AskedSpan {
  const [from, to] = [askedEnd(app, call, 'from'), askedEnd(app, call, 'to')]
  if (from === null || to === null || from <= to) return { from, to }
  throw new AppError('command.bad-argument', {
    ...{ argument: '--from', value: from, wanted: to, form: 'up-to' },
  })
}

function askedEnd(app: App, { option }: Pick<Call, 'option'>, end: 'from' | 'to'): Day | null {
  const text = option(end)
  if (text === null || isDay(text)) return text
  const wanted = todayOf(app)
  throw new AppError('command.bad-argument', { argument: `--${end}`, value: text, wanted })
}
