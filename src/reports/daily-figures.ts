import type { DailyFigure, MetricDays } from '../events/daily/queries.ts'
import type { Phrase } from '../language/language.ts'
import { type FleetColumn, type FleetTable, fleetTable } from './fleet-table.ts'

/** Daily figures day by day; sums and averages are exact decimals, so in codes they stay text. */
export function dailyFiguresTable(of: readonly MetricDays[]): FleetTable {
  const rows = of.flatMap(({ source, metric, days }) =>
    days.map((day): FigureRow => ({ source, metric, ...day })),
  )
  return fleetTable({
    name: 'metrics',
    title: { en: 'Daily figures', es: 'Cifras diarias' },
    notes: [],
    rows,
    columns: COLUMNS,
  })
}

interface FigureRow extends DailyFigure, Pick<MetricDays, 'source' | 'metric'> {}

const COLUMNS: readonly FleetColumn<FigureRow>[] = [
  column('source', { en: 'Source', es: 'Fuente' }),
  column('metric', { en: 'Metric', es: 'Métrica' }),
  column('day', { en: 'Day', es: 'Día' }),
  figure('sum', { en: 'Sum', es: 'Suma' }),
  figure('average', { en: 'Average', es: 'Media' }),
  column('count', { en: 'Count', es: 'Cantidad' }),
  figure('min', { en: 'Least', es: 'Mínimo' }),
  figure('max', { en: 'Most', es: 'Máximo' }),
  column('subjects', { en: 'Subjects', es: 'Sujetos' }),
]

function column(key: keyof FigureRow, title: Phrase): FleetColumn<FigureRow> {
  return { key, title, code: (row) => row[key] }
}

/** People calculate with it in a workbook, where a number has fifteen digits. */
function figure(key: 'sum' | 'average' | 'min' | 'max', title: Phrase): FleetColumn<FigureRow> {
  return { ...column(key, title), cell: (row) => Number(row[key]) }
}
