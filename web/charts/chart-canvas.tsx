import { useComputedColorScheme } from '@mantine/core'
import type { EChartsCoreOption } from 'echarts/core'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { type ChartColors, chartColors } from './chart-colors.ts'
import styles from './chart-frame.module.css'
import { init } from './echarts-core.ts'

/** What is drawn, given the colours of the theme. */
export type Options = (colors: ChartColors) => EChartsCoreOption

/** A chart on the screen, as a picture to keep. */
export interface DrawnChart {
  picture(kind: 'png' | 'svg'): Promise<Blob>
}

/** A point of what is drawn: of which series, and where in it. */
export interface PointedAt {
  readonly series: number
  readonly at: number
}

interface ChartCanvasProps {
  readonly label: string
  readonly options: Options
  readonly height: number
  readonly onPick?: ((series: string, at: number) => void) | undefined
  readonly pointed?: PointedAt | null
  readonly ref?: Ref<DrawnChart>
}

/** Draws with ECharts. */
export function ChartCanvas(props: ChartCanvasProps) {
  const { label, options, height, onPick, pointed = null, ref } = props
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef<ReturnType<typeof init> | null>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current)
    drawn.current = chart
    chart.on('click', ({ seriesName, dataIndex }) => pick.current?.(seriesName ?? '', dataIndex))
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(box.current)
    return () => {
      resized.disconnect()
      chart.dispose()
    }
  }, [])
  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    drawn.current?.setOption({ animation: !still, ...options(chartColors()) }, { notMerge: true })
  }, [options, scheme])
  const [series, at] = [pointed?.series, pointed?.at]
  useEffect(() => {
    if (at === undefined) drawn.current?.dispatchAction({ type: 'hideTip' })
    else drawn.current?.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: at })
  }, [series, at])
  useImperativeHandle(ref, () => ({ picture: (kind) => pictureOf(options, kind, box.current) }))
  return <div ref={box} role="img" aria-label={label} className={styles.chart} style={{ height }} />
}

/** Drawn once more apart from the screen, so that both kinds look alike. */
async function pictureOf(
  options: Options,
  kind: 'png' | 'svg',
  box: HTMLElement | null,
): Promise<Blob> {
  const colors = chartColors()
  const size = { width: box?.clientWidth ?? 960, height: box?.clientHeight ?? 320 }
  const renderer = kind === 'png' ? 'canvas' : 'svg'
  const root = kind === 'png' ? document.createElement('div') : null
  const chart = init(root, null, { renderer, ssr: root === null, devicePixelRatio: 2, ...size })
  chart.setOption({ ...options(colors), animation: false, backgroundColor: colors.surface })
  try {
    if (kind === 'svg') return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' })
    const canvas = chart.renderToCanvas()
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/png',
      ),
    )
  } finally {
    chart.dispose()
  }
}
