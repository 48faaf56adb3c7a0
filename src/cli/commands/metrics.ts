import { seriesStore } from '../../events/daily/store.ts'
import { say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { AppError } from '../../lib/errors.ts'
import { appCommand } from '../command.ts'
import { tableLines } from '../lines/table.ts'

export const metrics = appCommand({
  name: 'metrics',
  does: {
    en: 'list the daily figures there are, of events, machines and findings; or those of one, day by day',
    es: 'listar las cifras diarias que hay, de eventos, equipos y discrepancias; o las de una, día a día',
  },
  argument: {
    syntax: '[metric]',
    means: { en: 'for instance devices.total', es: 'por ejemplo devices.total' },
  },
  options: [
    {
      flags: '--source <name>',
      means: { en: 'of this source; muster is its own', es: 'de esta fuente; muster es la propia' },
    },
  ],
  async work(app, { argument, option }) {
    const series = seriesStore(app.database)
    const known = await series.known(option('source'))
    const words = (en: string, es: string) => say({ en, es }, app.language)
    if (argument === null) {
      const rows = known.map(({ source, metric, days, first, last }) => [
        ...[source, metric, say(countWords(days), app.language), first, last],
      ])
      const titles = [
        ...[words('SOURCE', 'FUENTE'), words('METRIC', 'MÉTRICA'), words('DAYS', 'DÍAS')],
        ...[words('FIRST', 'PRIMERO'), words('LAST', 'ÚLTIMO')],
      ]
      const lines = tableLines([titles, ...rows], ['left', 'left', 'right'], 0)
      return { ending: 'agreed', document: { metrics: known }, lines }
    }
    const found = known.filter(({ metric }) => metric === argument)
    const [one] = found
    if (!one) {
      const names = [...new Set(known.map(({ metric }) => metric))].slice(0, 10)
      throw new AppError('metric.not-found', { metric: argument, known: names })
    }
    const days = await series.days({ ...one, from: one.first, to: one.last })
    const titles = [
      ...[words('DAY', 'DÍA'), words('SUM', 'SUMA'), words('AVERAGE', 'MEDIA')],
      ...[words('COUNT', 'CANTIDAD'), 'MIN', 'MAX', words('SUBJECTS', 'SUJETOS')],
    ]
    const rows = days.map(({ day, sum, average, count, min, max, subjects }) => [
      ...[day, sum, average, `${count}`, min, max, `${subjects}`],
    ])
    const { source, metric } = one
    return {
      ending: 'agreed',
      document: { source, metric, days },
      lines: tableLines([titles, ...rows], ['left', ...Array(6).fill('right')], 0),
    }
  },
})
