import type { Chance } from '../../demo/chance.ts'

/** A file of events, and what its rows come to where nothing is known before. */
export interface EventFileText {
  readonly text: string
  readonly rows: number
}

/** What a file of sales is to hold. */
export interface SalesOrder {
  readonly rows: number
  readonly days: number
  readonly metrics: readonly string[]
}

const FIRST_DAY = Date.UTC(2026, 5, 1)
const DAY_MS = 86_400_000
const SHOPS = ['north', 'south', 'harbour']

/** Rows of sales, each an event of its own, spread evenly over days and metrics. */
function salesLines({ rows, days, metrics }: SalesOrder): string[] {
  return Array.from({ length: rows }, (_, at) => {
    const time = new Date(FIRST_DAY + Math.floor((at / rows) * days * DAY_MS)).toISOString()
    const metric = metrics[at % metrics.length] ?? ''
    return `${time},${metric},${(at % 97) / 4},user ${at % 50},${SHOPS[at % SHOPS.length]},${at}`
  })
}

/** Sales as a CSV. */
export function salesFile(order: SalesOrder): EventFileText {
  return { text: [SALES_HEAD, ...salesLines(order)].join('\n'), rows: order.rows }
}

const SALES_HEAD = 'time,metric,value,subject,shop,receipt'

/** What is odd about an odd file: how many rows are each. */
export interface OddCounts {
  readonly inserted: number
  readonly duplicates: number
  readonly conflicts: number
  readonly rejected: number
}

/**
 * Sales of which every twentieth comes again as it was, every other twentieth with another value, and
 * behind which every fiftieth is no event: all in the order of chance, so that they lie in any batch.
 */
export function oddFile(order: SalesOrder, chance: Chance): EventFileText & { counts: OddCounts } {
  const sold = salesLines(order)
  const again = sold.filter((_, at) => at % 20 === 0)
  const other = sold.filter((_, at) => at % 20 === 10).map(withMore)
  const broken = sold.filter((_, at) => at % 50 === 7).map((line) => line.replace(/^\d{4}/u, 'on'))
  const lines = chance.shuffled([...sold, ...again, ...other, ...broken])
  return {
    text: [SALES_HEAD, ...lines].join('\n'),
    rows: lines.length,
    counts: {
      ...{ inserted: sold.length, duplicates: again.length },
      ...{ conflicts: other.length, rejected: broken.length },
    },
  }
}

/** The same sale with a value higher by one. */
function withMore(line: string): string {
  const [time, metric, value, ...rest] = line.split(',')
  return [time, metric, Number(value) + 1, ...rest].join(',')
}
