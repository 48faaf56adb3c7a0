import type { Options } from '../../charts/chart-canvas.tsx'
import { axisStart, type Step } from './bridge-steps.ts'

interface Drawn {
  readonly steps: readonly Step[]
  /** The name of each step, in their order. */
  readonly names: readonly string[]
  /** The number of each step as it is written. */
  readonly told: readonly string[]
}

/** A bridge as stacked bars, of which the lowest part is not seen. */
export function waterfallOptions({ steps, names, told }: Drawn): Options {
  const ground = axisStart(steps)
  return (colors) => {
    const colorOf = ({ name, value }: Step) =>
      name === 'start' || name === 'end' ? colors.accent : value < 0 ? colors.bad : colors.good
    return {
      grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
      xAxis: {
        ...{ type: 'category', data: names, axisTick: { show: false } },
        axisLabel: { color: colors.dim, hideOverlap: true },
        axisLine: { lineStyle: { color: colors.line } },
      },
      yAxis: {
        ...{ type: 'value', min: ground, minInterval: 1 },
        axisLabel: { color: colors.dim },
        splitLine: { lineStyle: { color: colors.line } },
      },
      series: [
        {
          ...{ type: 'bar', stack: 'bridge', silent: true, barCategoryGap: '32%' },
          itemStyle: { color: 'transparent' },
          data: steps.map(({ low }) => low),
        },
        {
          ...{ type: 'bar', stack: 'bridge', name: 'bridge', barMinHeight: 2, cursor: 'pointer' },
          label: {
            ...{ show: true, position: 'top', color: colors.text, fontWeight: 600 },
            formatter: ({ dataIndex }: { dataIndex: number }) => told[dataIndex] ?? '',
          },
          data: steps.map((step) => ({
            ...{ value: step.high - step.low, itemStyle: { color: colorOf(step) } },
          })),
        },
      ],
    }
  }
}
