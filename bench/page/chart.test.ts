import { describe, expect, it } from 'vitest'
import { figureOf } from '../report/figure.ts'
import { kept, plan } from '../report/testing/kept.ts'
import { chartedFigures, chartOf } from './chart.ts'

const widthsOf = (svg: string) =>
  [...svg.matchAll(/<rect x="220" [^>]*width="([\d.]+)"/gu)].map(([, width]) => Number(width))

describe('chartOf', () => {
  it('draws medians as bars from 0 on one scale for each unit', () => {
    const memory = figureOf({ name: 'memory', unit: 'MiB', muster: [300] })
    const svg = chartOf(
      kept('main-job', [
        { ...plan(3), size: 'all' },
        { ...memory, size: 'all' },
      ]),
    )

    const [muster, peer, bytes] = widthsOf(svg)
    expect((muster ?? 0) / (peer ?? 1)).toBeCloseTo(3.5 / 8, 2)
    expect(bytes).toBe(peer)
    expect(svg).toContain('>3.5 (3-4)<')
    expect(svg).toContain('>pandas<')
  })

  it('draws the ends as a line, and none where there is one round', () => {
    const single = figureOf({ name: 'plan', unit: 's', muster: [3] })

    expect(chartOf(kept('main-job')).match(/<path /gu)).toHaveLength(1)
    expect(chartOf(kept('main-job', [single]))).not.toContain('<path')
  })

  it('writes what means something in XML as it is to be read', () => {
    const figure = figureOf({ name: 'a < b & "c"', unit: 's', muster: [1] })
    expect(chartOf(kept('history', [figure]))).toContain('a &lt; b &amp; &quot;c&quot;')
  })
})

describe('chartedFigures', () => {
  it('leaves out what lies below 0, and what is nothing but 0', () => {
    const of = (name: string, value: number) => figureOf({ name, unit: '', muster: [value] })
    const figures = [of('gain', -0.1), of('shift', 0), of('quality', 0.9)]

    expect(chartedFigures({ figures }).map(({ name }) => name)).toEqual(['quality'])
  })
})
