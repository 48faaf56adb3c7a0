import type { Day } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'

/** The days of a span, both included; null: from the first, to the last. */
export interface AskedSpan {
  readonly from: Day | null
  readonly to: Day | null
}

/** The span of a request. Throws `request.invalid` for one that ends before it begins. */
export function askedSpan({
  start_date,
  end_date,
}: {
  readonly start_date?: Day | undefined
  readonly end_date?: Day | undefined
}): AskedSpan {
  const [from, to] = [start_date ?? null, end_date ?? null]
  if (from === null || to === null || from <= to) return { from, to }
  const message = {
    en: `${to} is before ${from} (start_date)`,
    es: `${to} es anterior a ${from} (start_date)`,
  }
  throw new AppError('request.invalid', { faults: [{ place: 'query.end_date', message }] })
}
