import { useMemo } from 'react'
import type { Analysis } from '../../api/use-quality.ts'
import type { ChartColors } from '../../charts/chart-colors.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { addDays, daysBetween } from '../../format/day.ts'
import { type Format, useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

const LINES = [
  'score',
  'completeness',
  'consistency',
  'uniqueness',
  'validity',
  'coverage',
] as const

type Trend = Analysis['data_quality']['trend']
type TrendDay = Trend[number]

/** How the score and its parts went; a day that was not measured is left open. */
export function TrendChart({ trend }: { readonly trend: Trend }) {
  const say = useWords(QUALITY)
  const format = useFormat()
  const days = useMemo(() => allDays(trend), [trend])
  const options = useMemo(() => {
    const names = LINES.map((line) => say[line])
    return (colors: ChartColors) => drawn(days, { names, colors, format })
  }, [days, say, format])
  const twin = useMemo(
    () => ({
      columns: [say.day, ...LINES.map((line) => say[line])],
      rows: days.map(({ day, told }) => [
        format.day(day),
        ...LINES.map((line) => {
          const percent = told?.[line] ?? null
          return percent === null ? say.notMeasuredDay : format.number(percent)
        }),
      ]),
    }),
    [days, say, format],
  )
  return (
    <>
      {trend.length < 2 && <p className={styles.dim}>{say.oneDay}</p>}
      <ChartFrame label={say.trendLabel} height={230} {...{ options, twin }} />
    </>
  )
}

interface OpenDay {
  readonly day: string
  readonly told: TrendDay | null
}

function allDays(trend: Trend): OpenDay[] {
  const [first, last] = [trend[0]?.day, trend.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const toldOn = new Map(trend.map((told) => [told.day, told]))
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => {
    const day = addDays(first, at)
    return { day, told: toldOn.get(day) ?? null }
  })
}

interface Drawing {
  readonly names: readonly string[]
  readonly colors: ChartColors
  readonly format: Format
}

function drawn(days: readonly OpenDay[], { names, colors, format }: Drawing) {
  const tones = [colors.accent, colors.low, colors.warn, colors.good, colors.bad, colors.dim]
  const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 2], [12, 4]]
  const textStyle = { color: colors.text, fontSize: 12 }
  return {
    grid: { left: 4, right: 12, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      right: 0,
      itemHeight: 9,
      textStyle: { color: colors.dim, fontSize: 12 },
    },
    tooltip: {
      ...{ trigger: 'axis', confine: true, textStyle },
      ...{ backgroundColor: colors.surface, borderColor: colors.line },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format.number(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => format.day(day, 'short')),
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      axisLabel: { color: colors.dim, hideOverlap: true },
    },
    yAxis: {
      ...{ type: 'value', max: 100, scale: true, axisLabel: { color: colors.dim } },
      splitLine: { lineStyle: { color: colors.line } },
    },
    series: LINES.map((line, at) => ({
      ...{ name: names[at], type: 'line', connectNulls: false, symbolSize: 4 },
      ...{ showSymbol: days.length < 40, itemStyle: { color: tones[at] } },
      lineStyle: { color: tones[at], type: dashes[at], width: at === 0 ? 2.5 : 1.25 },
      data: days.map(({ told }) => told?.[line] ?? null),
    })),
  }
}
