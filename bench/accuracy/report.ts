import type { KeptFigure } from '../report/kept-result.ts'
import { table } from '../report/table.ts'
import { targetLines } from '../report/target-lines.ts'
import { FREQUENCIES } from './frequency.ts'
import type { MeasuredSeries } from './measured-series.ts'
import { METHODS, type Method } from './methods.ts'
import { duelOf, summaryOf } from './summary.ts'

const NAMES: Readonly<Record<Method, string>> = {
  ...{ naive: 'last value', 'seasonal-naive': 'last season', 'naive-2': 'Naive2', theta: 'Theta' },
  ...{ 'damped-ets': 'damped ETS', sarimax: 'SARIMAX', combination: 'combination' },
  automatic: 'automatic choice',
}

/** The whole result as Markdown. */
export function accuracyReport(
  measured: readonly MeasuredSeries[],
  { facts, figures }: { facts: readonly string[]; figures: readonly KeptFigure[] },
): string {
  const groups = FREQUENCIES.map((frequency) => ({
    ...frequency,
    inside: measured.filter(({ series }) => series.frequency.name === frequency.name),
  })).filter(({ inside }) => inside.length > 0)
  return [
    '# Accuracy of forecasts',
    facts.map((fact) => `- ${fact}`).join('\n'),
    `## All ${measured.length} series`,
    methodTable(measured),
    targetLines(figures),
    duelWords(measured),
    ...groups.flatMap(({ name, period, horizon, inside }) => [
      `## ${inside.length} ${name} series, ${horizon} steps ahead, ${period === 1 ? 'no season' : `a season of ${period}`}`,
      methodTable(inside),
    ]),
    '## Without the series that were known before',
    unknownWords(measured),
    '## What was chosen',
    chosenTable(measured),
    '## What leaves all bounds',
    wildWords(measured),
    '## How it is measured',
    WORDS,
    '## Sources',
    sourceLines(measured),
    '## Series by series',
    seriesTable(measured),
  ]
    .join('\n\n')
    .concat('\n')
}

const WORDS = [
  'The last steps of each series are held out; models and the choice between them see what comes before, with gaps where',
  "days are not known. sMAPE and OWA are those of the M4 competition, MASE is Hyndman and Koehler's with the season named;",
  'an OWA below 1 is nearer than Naive2. Means count each series once. The last columns are the shares of what came that',
  'lay within intervals of 80 and 95 %, their errors scaled as in the product by what the folds showed. Where a model',
  'cannot be fitted the last value stands in, and where there is no season last season is the last value. Horizons are',
  'those of M4, and its weekly series have no season either; its daily ones had none, while here days follow the week as',
  'they do in Muster. Series were taken whole or from their end, at most two years of days; left out were those that fall',
  'below 0, or are 0 for more than a quarter, of which percent errors say nothing',
  '([take_series.R](../accuracy/take_series.R)). While the models and the choice were made, some series of R and of',
  'vega-datasets were looked at; nothing was changed by what came of this measurement.',
].join('\n')

function methodTable(measured: readonly MeasuredSeries[]): string {
  return table(
    ['', 'sMAPE', 'MASE', 'OWA', 'within 80 %', 'within 95 %', 'stood in'],
    METHODS.map((method) => {
      const { smape, mase, owa, within80, within95 } = summaryOf(measured, method)
      const stoodIn = measured.filter((each) => each.stoodIn.includes(method)).length
      return [
        ...[NAMES[method], smape.toFixed(2), mase.toFixed(3), owa.toFixed(3)],
        ...[share(within80), share(within95), String(stoodIn)],
      ]
    }),
  )
}

function duelWords(measured: readonly MeasuredSeries[]): string {
  const { nearer, even } = duelOf(measured, 'automatic', 'theta')
  return `By MASE the automatic choice is nearer than Theta on ${nearer} of ${measured.length} series, and as near on ${even}.`
}

/** The choice was made with an eye on some series of these packages. */
const KNOWN_BEFORE: readonly string[] = ['datasets', 'vega-datasets']

function unknownWords(measured: readonly MeasuredSeries[]): string {
  const unknown = measured.filter(
    ({ series }) => !KNOWN_BEFORE.includes(series.source.split(' ')[0] ?? ''),
  )
  const count = `${unknown.length} of the ${measured.length} series`
  if (unknown.length === 0) return `${count}.`
  const owa = (method: Method) => summaryOf(unknown, method).owa.toFixed(4)
  return `The OWA on ${count}: ${owa('automatic')} for the automatic choice, ${owa('theta')} for Theta.`
}

function chosenTable(measured: readonly MeasuredSeries[]): string {
  const models = [...new Set(measured.map(({ chosen }) => chosen ?? 'none'))].toSorted()
  const count = (inside: readonly MeasuredSeries[]) => [
    String(inside.filter(({ skilled }) => skilled).length),
    ...models.map((model) =>
      String(inside.filter(({ chosen }) => (chosen ?? 'none') === model).length),
    ),
  ]
  const rows = FREQUENCIES.map(({ name }) => [
    name,
    ...count(measured.filter(({ series }) => series.frequency.name === name)),
  ])
  return table(['', 'beats naive in folds', ...models], [...rows, ['all', ...count(measured)]])
}

function wildWords(measured: readonly MeasuredSeries[]): string {
  const found = measured.flatMap(({ series, wild }) =>
    wild.map(
      ({ method, reach }) =>
        `- ${series.name}: ${NAMES[method]} reaches ${reach.toFixed(1)} ranges.`,
    ),
  )
  const head =
    'Forecasts or ends of their intervals of 95 % more than three ranges of the history from its middle'
  return found.length === 0 ? `${head}: none.` : `${head}:\n\n${found.join('\n')}`
}

function sourceLines(measured: readonly MeasuredSeries[]): string {
  const sources = [...new Map(measured.map(({ series }) => [series.source, series])).values()]
  return sources
    .map(({ source, licence, origin }) => {
      const names = measured
        .filter(({ series }) => series.source === source)
        .map(({ series }) => series.name)
      return `- **${source}**, ${licence.replaceAll('|', 'or')}: ${origin}. ${names.join(', ')}.`
    })
    .join('\n')
}

function seriesTable(measured: readonly MeasuredSeries[]): string {
  return table(
    ['series', 'frequency', 'known', 'chosen', 'MASE', 'of Theta', 'sMAPE', 'of Theta'],
    measured.map(({ series, scores, chosen }) => [
      ...[series.name, series.frequency.name],
      String(series.values.filter((value) => value !== null).length),
      chosen ?? 'none',
      ...[scores.automatic.mase.toFixed(3), scores.theta.mase.toFixed(3)],
      ...[scores.automatic.smape.toFixed(1), scores.theta.smape.toFixed(1)],
    ]),
  )
}

function share(value: number | null): string {
  return value === null ? '-' : `${(100 * value).toFixed(1)} %`
}
