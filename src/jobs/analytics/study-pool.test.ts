import { afterAll, describe, expect, it } from 'vitest'
import { noisyFigures, seriesOf } from '../../analytics/anomaly/testing/noisy-series.ts'
import type { JudgeOrder } from '../../analytics/study/judge-now.ts'
import { type StudyOrder, studySeries } from '../../analytics/study/study-series.ts'
import { openStudyPool } from './study-pool.ts'

const orders = [70, 90, 120, 160].map((days, seed): StudyOrder => {
  const series = seriesOf(noisyFigures({ days, seed }))
  return { series, exempt: [days - 3], judgedFrom: days - 40, kept: null }
})
const [one, three] = [openStudyPool(1), openStudyPool(3)]
afterAll(() => Promise.all([one.close(), three.close()]))

describe('openStudyPool', () => {
  it('comes to the same on any number of threads, in any order, and on none', async () => {
    const here = orders.map((order) => ({ kind: 'studied', study: studySeries(order) }))
    const backwards = await one.study(orders.toReversed())
    const each = await Promise.all(orders.map((order) => three.study([order])))
    expect(backwards.toReversed()).toEqual(here)
    expect(each.flat()).toEqual(here)
    expect(here.every(({ study }) => study.forecast.kind === 'chosen')).toBe(true)
  }, 120_000)

  it('judges as the same code does here', async () => {
    const series = seriesOf(noisyFigures({ days: 60, seed: 9 }))
    const order: JudgeOrder = {
      ...{ series, exempt: [], range: { from: 0, to: 59 } },
      direction: 'both',
      judgement: { method: 'forest', options: { seed: 3, contamination: 0.1 } },
    }
    const answer = await one.judge(order)
    expect(answer).toMatchObject({ kind: 'judged' })
    expect(await three.judge(order)).toEqual(answer)
  })

  it('tells what a series broke a model by, and studies the others given with it', async () => {
    const endless = {
      first: '2026-01-01',
      values: [...noisyFigures({ days: 60, seed: 1 }), Infinity],
    }
    const broken = { series: endless, exempt: [], judgedFrom: 50, kept: null }
    const [first] = orders
    const outcomes = await one.study([broken, ...orders.slice(0, 1)])
    expect(outcomes).toEqual([
      { kind: 'broken', bug: expect.stringContaining('no model can look ahead of 61 days') },
      { kind: 'studied', study: first && studySeries(first) },
    ])
  })

  it('only judges where no forecast is wanted', async () => {
    const [outcome] = await one.study(orders.slice(0, 1).map((o) => ({ ...o, isJudgedOnly: true })))
    expect(outcome).toMatchObject({
      study: { anomalies: { kind: 'judged' }, forecast: { kind: 'unasked' } },
    })
  })

  it('rejects what is stopped', async () => {
    const stop = new AbortController()
    const pool = openStudyPool(1)
    const study = pool.study(orders, stop.signal)
    stop.abort()
    await expect(study).rejects.toThrow(/abort/iu)
    await pool.close()
  })
})
