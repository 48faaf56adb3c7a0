import type { App } from '../../app.ts'
import type { KnownMetric, MetricDays } from '../../events/daily/queries.ts'
import { seriesStore } from '../../events/daily/store.ts'
import type { Day } from '../../lib/day.ts'
import { isDay } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { dailyFiguresTable } from '../../reports/daily-figures.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import type { Answer } from '../answer.ts'
import { todayOf } from '../asked-day.ts'
import { appCommand, type Call } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { dailyFigureLines, knownMetricLines } from '../lines/metric-lines.ts'

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
      means: {
        en: 'of this source; muster is its own, "muster:SITE" its own at one site',
        es: 'de esta fuente; muster es la propia, «muster:SITIO» la propia en un sitio',
      },
    },
    {
      flags: '--by-site',
      means: {
        en: 'list the figures of each site by itself in the place of all else',
        es: 'listar las cifras de cada sitio por separado en lugar de todo lo demás',
      },
    },
    {
      flags: '--from <day>',
      means: { en: 'from this day on', es: 'desde este día' },
    },
    {
      flags: '--to <day>',
      means: { en: 'up to this day, it included', es: 'hasta este día, incluido' },
    },
    OUT_OPTION,
  ],
  async work(app, call) {
    const out = call.option('out')
    if (out !== null) exportKind(out)
    const span = askedSpan(app, call)
    const series = seriesStore(app.database)
    const source = call.option('source')
    if (source !== null) await series.assertSource(source)
    const sites = call.has('bySite') ? ({ sites: 'all' } as const) : {}
    const known = await series.known({ source, metric: null, ...sites })
    if (call.argument === null && out === null) {
      const lines = knownMetricLines(known, app.language)
      return { ending: 'agreed', document: { metrics: known }, lines }
    }
    const asked = call.argument === null ? known : named(known, call.argument)
    const found = await seriesStore(app.database).days({ metrics: asked, ...span })
    return out === null ? shown(app, found) : exported(app, out, found)
  },
})

interface AskedSpan {
  readonly from: Day | null
  readonly to: Day | null
}

/** Throws `command.bad-argument` for what is no day, and for a span that ends before it begins. */
function askedSpan(app: App, call: Call): AskedSpan {
  const [from, to] = [askedEnd(app, call, 'from'), askedEnd(app, call, 'to')]
  if (from === null || to === null || from <= to) return { from, to }
  throw new AppError('command.bad-argument', { argument: '--to', value: to, wanted: from })
}

function askedEnd(app: App, call: Call, end: 'from' | 'to'): Day | null {
  const text = call.option(end)
  if (text === null || isDay(text)) return text
  const wanted = todayOf(app)
  throw new AppError('command.bad-argument', { argument: `--${end}`, value: text, wanted })
}

/** The metric of that name, of every source that has it. Throws `metric.not-found`. */
function named(known: readonly KnownMetric[], name: string): KnownMetric[] {
  const found = known.filter(({ metric }) => metric === name)
  if (found.length > 0) return found
  const names = [...new Set(known.map(({ metric }) => metric))].slice(0, 10)
  throw new AppError('metric.not-found', { metric: name, known: names })
}

function shown({ language }: App, found: readonly MetricDays[]): Answer {
  const lines = found.flatMap((each) => [...dailyFigureLines(each, language), ''])
  return { ending: 'agreed', document: { series: found }, lines }
}

async function exported(app: App, out: string, found: readonly MetricDays[]): Promise<Answer> {
  const document = { series: found }
  const files = await exportTo(app, out, { document, tables: () => [dailyFiguresTable(found)] })
  return { ending: 'agreed', document: { ...document, files }, lines: files }
}
