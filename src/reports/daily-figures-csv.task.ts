import type { AskedFigures, MetricDays, MetricName } from '../events/daily/queries.ts'
import { dailyFiguresTable } from './daily-figures.ts'
import { csvLines } from './fleet-csv.ts'

/** Where daily figures are read. */
export interface FiguresRead {
  days(asked: AskedFigures): Promise<readonly MetricDays[]>
}

/** How many metrics are read at once: what is held never grows with how many there are. */
const BATCH = 10

/** The figures of metrics on the days of a span as CSV, metric by metric, piece by piece. */
export async function* dailyFiguresCsv(
  store: FiguresRead,
  metrics: readonly MetricName[],
  span: Pick<AskedFigures, 'from' | 'to'>,
): AsyncGenerator<string> {
  yield [...csvLines(dailyFiguresTable([]))].join('')
  for (let from = 0; from < metrics.length; from += BATCH) {
    const found = await store.days({ metrics: metrics.slice(from, from + BATCH), ...span })
    const [_head, ...lines] = csvLines(dailyFiguresTable(found))
    if (lines.length > 0) yield lines.join('')
  }
}
