import { decimalsOf } from '../../analytics/figures/decimals.ts'
import type { SeriesName } from '../../analytics/figures/series-name.ts'
import type { Regressor } from '../../analytics/forecast/regressors/regressor.ts'
import {
  type AskedForecast,
  type ForecastDay,
  forecastDays,
} from '../../analytics/study/forecast-days.ts'
import type { ShownForecast } from '../../analytics/study/model-now.ts'
import { toldRegressors } from '../../analytics/study/told-regressors.ts'
import type { App } from '../../app.ts'
import { daysBetween } from '../../inventory/field/heard.ts'
import { assertReach, forecastNow } from '../../jobs/analytics/forecast-now.ts'
import { keptForecast } from '../../jobs/analytics/kept-forecast.ts'
import { STUDIED_AGGREGATE } from '../../jobs/analytics/study-look.ts'
import { seriesNow } from '../../jobs/analytics/study-now.ts'
import { exportKind } from '../../reports/fleet-export.task.ts'
import { foldsTable, forecastTable, roundedDay } from '../../reports/forecast-table.ts'
import { todayOf } from '../asked-day.ts'
import { askedHorizon } from '../asked-horizon.ts'
import { AGGREGATE_OPTION, askedSeries, SOURCE_OPTION } from '../asked-metric.ts'
import { askedInRange, type NumberRange } from '../asked-range.ts'
import { askedRegressors, REGRESSOR_OPTIONS } from '../asked-regressors.ts'
import { appCommand, type Call } from '../command.ts'
import { exportTo, OUT_OPTION } from '../export-to.ts'
import { forecastLines, type TellableForecast } from '../lines/forecast-lines.ts'
import { STALE_AFTER_DAYS } from './forecasts.ts'

const LEVEL: NumberRange = { from: 50, to: 99, isWhole: false }

export const forecast = appCommand({
  name: 'forecast',
  does: {
    en: 'show what is expected of a metric day by day, and how far that can be relied on',
    es: 'mostrar lo que se espera de una métrica día a día, y cuánto se puede confiar en ello',
  },
  argument: {
    syntax: '<metric>',
    means: { en: 'for instance devices.total', es: 'por ejemplo devices.total' },
  },
  options: [
    SOURCE_OPTION,
    {
      flags: '--horizon <days>',
      means: { en: 'how many days, 1 to 365 (30)', es: 'cuántos días, de 1 a 365 (30)' },
    },
    {
      flags: '--level <percent>',
      means: {
        en: 'how sure the interval is, 50 to 99 per cent (95)',
        es: 'qué seguridad tiene el intervalo, del 50 al 99 por ciento (95)',
      },
    },
    { flags: '--whole', means: { en: 'whole figures only', es: 'solo cifras enteras' } },
    {
      flags: '--folds',
      means: {
        en: 'also how the model would have done before, and what else was tried',
        es: 'también cómo le habría ido antes al modelo, y qué más se probó',
      },
    },
    {
      ...AGGREGATE_OPTION,
      means: {
        en: 'by which figure of a day; other than sum is worked out now and not kept',
        es: 'según qué cifra del día; salvo sum (suma), se calcula ahora y no se guarda',
      },
    },
    ...REGRESSOR_OPTIONS,
    OUT_OPTION,
    {
      flags: '--folds-out <file>',
      means: {
        en: 'write how the model would have done before to a file of its own, of the same kinds',
        es: 'escribir cómo le habría ido antes al modelo en un archivo aparte, de los mismos tipos',
      },
    },
  ],
  async work(app, call) {
    const [out, foldsOut] = [call.option('out'), call.option('foldsOut')]
    if (out !== null) exportKind(out)
    if (foldsOut !== null) exportKind(foldsOut, '--folds-out')
    const asked = askedForecast(call)
    const name = await askedSeries(app, call.argument ?? '', call)
    const regressors = await askedRegressors(app, call)
    const { model, chosenAt, fittedAt } = await shownModel(app, name, { regressors, ...asked })
    assertReach(model, asked.horizon)
    const days = forecastDays(model, asked)
    const told = { ...asked, model, days, ...ageOf(app, model), withFolds: call.has('folds') }
    const document = {
      ...documentOf(told),
      ...{ isKept: chosenAt !== null, chosenAt, fittedAt },
    }
    const since = chosenAt && app.clock(chosenAt)
    const lines = forecastLines({ ...told, since }, app.language)
    if (out === null && foldsOut === null) return { ending: 'agreed', document, lines }
    const files = await exported(app, { out, foldsOut }, { name, model, days, document })
    const { items: _written, ...rest } = document
    const shown = out === null ? document : rest
    return {
      ending: 'agreed',
      document: { ...shown, files },
      lines: out === null ? [...lines, '', ...files] : files,
    }
  },
})

/** Decimals beyond those of the figures that a file is written with. */
const MORE_DECIMALS = 6

interface Exported {
  readonly name: SeriesName
  readonly model: ShownForecast
  readonly days: readonly ForecastDay[]
  readonly document: object
}

/** Writes no file that was not named; to a workbook with a sheet for what is expected and one for the trials. */
async function exported(
  app: App,
  { out, foldsOut }: { readonly out: string | null; readonly foldsOut: string | null },
  { name, model, days, document }: Exported,
): Promise<string[]> {
  const now = await seriesNow(app, name)
  const decimals = decimalsOf(now?.series.values ?? []) + MORE_DECIMALS
  const table = forecastTable(days, decimals)
  const folds = foldsTable(model, decimals)
  const items = days.map((day) => roundedDay(day, decimals))
  const files: string[] = []
  if (out !== null) {
    const tables = () =>
      exportKind(out) === 'xlsx' && foldsOut === null ? [table, folds] : [table]
    files.push(...(await exportTo(app, out, { document: { ...document, items }, tables })))
  }
  if (foldsOut !== null) {
    const tried = { source: name.source, metric: name.metric, folds: model.folds }
    files.push(...(await exportTo(app, foldsOut, { document: tried, tables: () => [folds] })))
  }
  return files
}

function askedForecast({ option, has }: Call): AskedForecast {
  const level = option('level')
  return {
    horizon: askedHorizon({ option }),
    level: level === null ? 95 : askedInRange(level, '--level', LEVEL),
    whole: has('whole'),
  }
}

interface FoundForecast {
  readonly model: ShownForecast
  /** Null where it is not kept. */
  readonly chosenAt: Date | null
  readonly fittedAt: Date | null
}

interface WishedModel {
  readonly regressors: readonly Regressor[] | null
  readonly horizon: number
}

/** The model that is kept; of a figure that is not studied, or with regressors of one's own, one that is worked out for this answer. */
async function shownModel(
  app: App,
  name: SeriesName,
  { regressors, horizon }: WishedModel,
): Promise<FoundForecast> {
  if (name.aggregate === STUDIED_AGGREGATE && regressors === null) {
    const { chosenAt, fittedAt, runId: _, ...model } = await keptForecast(app, name)
    return { model, chosenAt, fittedAt }
  }
  const model = await forecastNow(app, name, { regressors: regressors ?? [], horizon })
  return { model, chosenAt: null, fittedAt: null }
}

function ageOf(app: App, { lastDay }: ShownForecast) {
  const daysAgo = Math.max(0, daysBetween(lastDay, todayOf(app)))
  return { daysAgo, isStale: daysAgo > STALE_AFTER_DAYS }
}

/** As a program reads it: all there is to know of the model but its outlook beyond the days asked for. */
function documentOf({
  model,
  days,
  level,
  whole,
  daysAgo,
  isStale,
}: Omit<TellableForecast, 'since'>) {
  const { mean: _, error: __, candidates, regressors, ...rest } = model
  const tried = candidates.map(({ folds: ___, ...candidate }) => candidate)
  return {
    ...rest,
    candidates: tried,
    regressors: toldRegressors(model),
    daysAgo,
    isStale,
    level,
    whole,
    items: days,
    total: days.length,
  }
}
