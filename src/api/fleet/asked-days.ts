import type { App } from '../../app.ts'
import { listStore } from '../../inventory/list/store.ts'
import type { Phrase } from '../../language/language.ts'
import { addDays, type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'

/** How many days are told unless a first one is named, and how many at most. */
const USUAL_DAYS = 14
const MOST_DAYS = 732

type Clock = Pick<App, 'now' | 'settings'>

/** The day it is where the installation is. */
export function todayOf({ settings, now }: Clock): Day {
  return dayIn(settings.timeZone, now())
}

/** A day up to today. Throws `day.in-future`. */
export function pastDay(app: Clock, day: Day): Day {
  const today = todayOf(app)
  if (day > today) throw new AppError('day.in-future', { day, today })
  return day
}

/** The day an answer is asked as of, today unless one is named. Throws `day.in-future`, `day.not-kept`. */
export async function keptDay(
  app: Clock & Pick<App, 'database'>,
  named: Day | undefined,
): Promise<Day> {
  const day = named === undefined ? todayOf(app) : pastDay(app, named)
  await listStore(app.database).assertKept(day)
  return day
}

/** Two days, the first up to the last. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** Two days in their order. Throws `request.invalid`, `day.in-future`. */
export function orderedDays(app: Clock, { from, to }: DaySpan): DaySpan {
  if (from > pastDay(app, to))
    throw badFrom({ en: `${from} is after ${to} (to)`, es: `${from} es posterior a ${to} (to)` })
  return { from, to }
}

/** The days that are told one by one. Throws as `orderedDays`, for too many as well. */
export function askedDays(
  app: Clock,
  asked: { readonly from?: Day | undefined; readonly to?: Day | undefined },
): DaySpan {
  const to = asked.to ?? todayOf(app)
  const span = orderedDays(app, { from: asked.from ?? addDays(to, 1 - USUAL_DAYS), to })
  if (span.from > addDays(to, -MOST_DAYS)) return span
  throw badFrom({
    en: `more than ${MOST_DAYS} days before ${to} (to)`,
    es: `más de ${MOST_DAYS} días antes de ${to} (to)`,
  })
}

function badFrom(message: Phrase): AppError {
  return new AppError('request.invalid', { faults: [{ place: 'query.from', message }] })
}
