import { z } from 'zod'
import type { Figures } from '../../src/analytics/series.ts'
import { FREQUENCIES, type Frequency } from './frequency.ts'

/** A series that anybody may have, and where it is from. */
export interface PublicSeries {
  readonly name: string
  readonly frequency: Frequency
  readonly values: Figures
  /** The package that carries it, the package's licence, and who counted. */
  readonly source: string
  readonly licence: string
  readonly origin: string
}

const SeriesFile = z.strictObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  origin: z.string().min(1),
  series: z.array(
    z.strictObject({
      name: z.string().min(1),
      frequency: z.string(),
      values: z.array(z.number().nonnegative()),
      /** Places, among all the figures, of those that are not known. */
      gaps: z.array(z.int().positive()),
    }),
  ),
})

/** The series of a file, as JSON; throws what is wrong with it. */
export function parseSeriesFile(text: string): PublicSeries[] {
  const { series, ...from } = SeriesFile.parse(JSON.parse(text))
  return series.map(({ name, frequency, values, gaps }) => ({
    ...from,
    name,
    frequency: frequencyNamed(frequency),
    values: withGaps(values, gaps),
  }))
}

function frequencyNamed(name: string): Frequency {
  const found = FREQUENCIES.find((frequency) => frequency.name === name)
  if (found) return found
  throw new RangeError(`${name} is no frequency`)
}

/** Known figures with nulls where some are missing between them. */
function withGaps(known: readonly number[], gaps: readonly number[]): (number | null)[] {
  const missing = new Set(gaps)
  const rest = known.values()
  return Array.from({ length: known.length + missing.size }, (_, place) => {
    if (missing.has(place)) return null
    const { value } = rest.next()
    if (value === undefined) throw new RangeError('a gap lies behind the last figure')
    return value
  })
}
