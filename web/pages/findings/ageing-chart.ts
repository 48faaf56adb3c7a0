import type { Options } from '../../charts/chart-canvas.tsx'
import type { Spoken } from '../../words/phrase.ts'
import type { AgeingDay } from './ageing-days.ts'
import type { AGEING } from './ageing-words.ts'

interface Saying {
  readonly say: Spoken<typeof AGEING>
  readonly day: (day: string) => string
}

/** What stands as a line, what came above it as bars and what went below zero; a day nobody looked is a gap. */
export function ageingChart(days: readonly AgeingDay[], { say, day }: Saying): Options {
  return ({ accent, warn, good, text, dim, line, surface }) => ({
    aria: { enabled: true },
    grid: { left: 44, right: 12, top: 36, bottom: 28 },
    legend: { top: 0, left: 0, icon: 'roundRect', itemHeight: 8, textStyle: { color: text } },
    tooltip: {
      trigger: 'axis',
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: text, fontSize: 12 },
    },
    xAxis: {
      type: 'category',
      data: days.map((each) => day(each.day)),
      axisLabel: { color: dim },
      axisLine: { lineStyle: { color: line }, onZero: false },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: dim },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        ...{ name: say.standing, type: 'line', color: accent, connectNulls: false },
        ...{ symbol: 'circle', symbolSize: 5, data: days.map(({ standing }) => standing) },
      },
      {
        ...{ name: say.opened, type: 'bar', stack: 'moves', color: warn, barMaxWidth: 14 },
        data: days.map(({ opened }) => opened),
      },
      {
        ...{ name: say.verified, type: 'bar', stack: 'moves', color: good, barMaxWidth: 14 },
        data: days.map(({ verified }) => (verified === null ? null : -verified)),
      },
    ],
  })
}
