import type { KnownMetric, MetricDays } from '../../events/daily/queries.ts'
import { exactWords } from '../../language/amount-words.ts'
import { type Language, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { tableLines } from './table.ts'

/** The metrics there are, with the days they are known for. */
export function knownMetricLines(known: readonly KnownMetric[], language: Language): string[] {
  const words = (en: string, es: string) => say({ en, es }, language)
  if (known.length === 0) {
    return [words('No daily figures are known yet.', 'Aún no se conocen cifras diarias.')]
  }
  const titles = [
    ...[words('SOURCE', 'FUENTE'), words('METRIC', 'MÉTRICA'), words('DAYS', 'DÍAS')],
    ...[words('FIRST', 'PRIMERO'), words('LAST', 'ÚLTIMO')],
  ]
  const rows = known.map(({ source, metric, days, first, last }) => [
    ...[source, metric, say(countWords(days), language), first, last],
  ])
  return tableLines([titles, ...rows], ['left', 'left', 'right'], 0)
}

/** A metric day by day; a day without figures is no line. */
export function dailyFigureLines(
  { source, metric, days }: MetricDays,
  language: Language,
): string[] {
  const words = (en: string, es: string) => say({ en, es }, language)
  const titles = [
    ...[words('DAY', 'DÍA'), words('SUM', 'SUMA'), words('AVERAGE', 'MEDIA')],
    ...[words('COUNT', 'CANTIDAD'), words('LEAST', 'MÍNIMO'), words('MOST', 'MÁXIMO')],
    words('SUBJECTS', 'SUJETOS'),
  ]
  const exact = (decimal: string) => say(exactWords(decimal), language)
  const rows = days.map(({ day, sum, average, count, min, max, subjects }) => [
    ...[day, exact(sum), exact(average), `${count}`, exact(min), exact(max), `${subjects}`],
  ])
  const right = Array.from({ length: 6 }, () => 'right' as const)
  return [`${source}: ${metric}`, ...tableLines([titles, ...rows], ['left', ...right], 0)]
}
