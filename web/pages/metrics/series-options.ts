import type { Options } from '../../charts/chart-canvas.tsx'
import type { ChartColors } from '../../charts/chart-colors.ts'
import type { Format } from '../../format/use-format.ts'
import type { Spoken } from '../../words/phrase.ts'
import type { ChartDay } from './chart-days.ts'
import type { METRICS } from './metrics-words.ts'

/** What a chart of a series is written with. */
export interface SeriesSpeech {
  readonly say: Spoken<typeof METRICS>
  readonly format: Format
  /** Of the interval, in percent. */
  readonly level: string
}

/** The place of the line of figures among what is drawn: what is pointed at when a day is looked at. */
export const FIGURES_AT = 0

/** A series with its gaps, its odd days, and its forecast in its band. */
export function seriesOptions(days: readonly ChartDay[], speech: SeriesSpeech): Options {
  const { say, format, level } = speech
  const hasForecast = days.some(({ mean }) => mean !== null)
  return (colors) => ({
    grid: { left: 4, right: 20, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: legendOf(
      colors,
      hasForecast
        ? [say.value, say.anomaly, say.forecast, say.band(level)]
        : [say.value, say.anomaly],
    ),
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => day),
      boundaryGap: false,
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: {
        color: colors.dim,
        hideOverlap: true,
        formatter: (day: string) => format.day(day, 'short'),
      },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitLine: { lineStyle: { color: colors.line } },
      axisLabel: { color: colors.dim, formatter: (value: number) => format.number(value, 2) },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      ...{
        backgroundColor: colors.surface,
        borderColor: colors.line,
        textStyle: { color: colors.text, fontSize: 12 },
      },
      formatter: (points: readonly { readonly dataIndex: number }[]) =>
        tipOf(days[points[0]?.dataIndex ?? -1], speech),
    },
    series: [
      figuresOf(days, colors, say.value),
      oddOf(days, colors, say.anomaly),
      ...(hasForecast
        ? [...bandOf(days, colors, say.band(level)), meanOf(days, colors, say.forecast)]
        : []),
    ],
  })
}

function legendOf(colors: ChartColors, names: readonly string[]) {
  return {
    ...{
      data: [...names],
      type: 'scroll',
      top: 0,
      left: 0,
      right: 0,
      itemWidth: 16,
      itemHeight: 9,
      icon: 'roundRect',
    },
    ...{ textStyle: { color: colors.dim, fontSize: 12 }, selectedMode: false },
  }
}

/** The line; a figure that stands between two gaps would have none, so it gets a dot. */
function figuresOf(days: readonly ChartDay[], { accent }: ChartColors, name: string) {
  const isAlone = (at: number) =>
    (days[at - 1]?.value ?? null) === null && (days[at + 1]?.value ?? null) === null
  return {
    ...{ name, type: 'line', connectNulls: false, symbol: 'none', z: 3 },
    ...{ itemStyle: { color: accent }, lineStyle: { color: accent, width: 1.75 } },
    data: days.map(({ value }, at) =>
      value !== null && isAlone(at) ? { value, symbol: 'circle', symbolSize: 5 } : value,
    ),
  }
}

function oddOf(days: readonly ChartDay[], { bad }: ChartColors, name: string) {
  return {
    ...{
      name,
      type: 'scatter',
      z: 4,
      symbol: 'triangle',
      symbolSize: 11,
      itemStyle: { color: bad },
    },
    data: days.map(({ anomaly, value }) =>
      anomaly === null || value === null
        ? null
        : { value, symbolRotate: anomaly.direction === 'low' ? 180 : 0 },
    ),
  }
}

function bandOf(days: readonly ChartDay[], { accent }: ChartColors, name: string) {
  const plain = {
    ...{ type: 'line', stack: 'band', stackStrategy: 'all', symbol: 'none', silent: true, z: 1 },
    lineStyle: { opacity: 0 },
  }
  return [
    { ...plain, name: `${name} `, data: days.map(({ lower }) => lower) },
    {
      ...{ ...plain, name, itemStyle: { color: accent, opacity: 0.3 } },
      areaStyle: { color: accent, opacity: 0.16 },
      data: days.map(({ lower, upper }) =>
        lower === null || upper === null ? null : upper - lower,
      ),
    },
  ]
}

function meanOf(days: readonly ChartDay[], { low }: ChartColors, name: string) {
  return {
    ...{ name, type: 'line', symbol: 'none', z: 2, itemStyle: { color: low } },
    lineStyle: { color: low, width: 1.75, type: 'dashed' },
    data: days.map(({ mean }) => mean),
  }
}

/** What is said of a day; of texts, so that no name is taken for markup. */
function tipOf(day: ChartDay | undefined, { say, format, level }: SeriesSpeech): HTMLElement[] {
  if (day === undefined) return []
  const lines = [format.day(day.day, 'long')]
  const { value, anomaly, mean, lower, upper } = day
  const isAhead = value === null && mean !== null
  if (!isAhead)
    lines.push(value === null ? say.noFigure : `${say.value}: ${format.number(value, 2)}`)
  if (isAhead) {
    lines.push(`${say.forecast}: ${format.number(mean, 2)}`)
    lines.push(
      `${say.band(level)}: ${format.number(lower ?? mean, 2)} – ${format.number(upper ?? mean, 2)}`,
    )
  }
  if (anomaly !== null) lines.push(anomaly.why)
  return lines.map((line, at) => {
    const element = document.createElement('div')
    element.textContent = line
    if (at === 0) element.style.fontWeight = '600'
    element.style.maxWidth = '20rem'
    element.style.whiteSpace = 'normal'
    return element
  })
}
