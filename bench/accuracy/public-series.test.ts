import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSeriesFile } from './public-series.ts'

const FOLDER = join(import.meta.dirname, 'series')
const file = (series: object) =>
  JSON.stringify({ source: 'a', licence: 'b', origin: 'c', series: [series] })

describe('parseSeriesFile', () => {
  it('puts gaps where they were', () => {
    const text = file({ name: 'x', frequency: 'daily', values: [1, 4, 5], gaps: [1, 2] })
    expect(parseSeriesFile(text)).toEqual([
      {
        ...{ name: 'x', source: 'a', licence: 'b', origin: 'c', values: [1, null, null, 4, 5] },
        frequency: { name: 'daily', period: 7, horizon: 14 },
      },
    ])
  })

  it('refuses figures below 0, an unknown frequency, and a gap behind the last figure', () => {
    const wrong = [
      { name: 'x', frequency: 'daily', values: [-1], gaps: [] },
      { name: 'x', frequency: 'hourly', values: [1], gaps: [] },
      { name: 'x', frequency: 'daily', values: [1], gaps: [5] },
    ]
    for (const series of wrong) expect(() => parseSeriesFile(file(series))).toThrow()
  })

  it('reads more than a hundred kept series, each under a name of its own', () => {
    const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    const names = texts.flatMap(parseSeriesFile).map(({ name }) => name)
    expect(names.length).toBeGreaterThan(100)
    expect(new Set(names).size).toBe(names.length)
  })

  it('reads only series from which something is left to learn and something is known to come', () => {
    const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    for (const { values, frequency } of texts.flatMap(parseSeriesFile)) {
      expect(values.length).toBeGreaterThan(2 * frequency.horizon)
      expect(values.slice(-frequency.horizon).some((value) => value !== null)).toBe(true)
    }
  })
})
