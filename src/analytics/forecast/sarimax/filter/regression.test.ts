import { describe, expect, it } from 'vitest'
import { type Columns, columnOf, emptyColumns } from './columns.ts'
import { regressInPlace, sharesGiven, varianceOfSum } from './regression.ts'

/** Figures as `y` of R, regressed there on 1 and on the step modulo 5: `lm(y ~ x)` of R 4.2.2. */
const FIGURES = Array.from(
  { length: 120 },
  (_, t) => ((t * t * 37 + t * 11) % 101) / 10 + 3 * (t % 7) + 0.05 * t,
)

function sideBySide(...series: readonly (readonly number[])[]): Columns {
  const columns = emptyColumns(series.length, series[0]!.length)
  for (const [at, values] of series.entries()) columnOf(columns, at).set(values)
  return columns
}

describe('regressInPlace', () => {
  it('finds the shares lm of R finds', () => {
    const ones = FIGURES.map(() => 1)
    const five = FIGURES.map((_, t) => t % 5)

    const { shares } = regressInPlace(sideBySide(ones, five, FIGURES))

    expect(shares[0]).toBeCloseTo(17.186666666667, 10)
    expect(shares[1]).toBeCloseTo(-0.192916666667, 10)
  })

  it('leaves what no column explains', () => {
    const columns = sideBySide([1, 1, 1, 1], [1, 2, 3, 6])

    const { squares } = regressInPlace(columns)

    expect([...columnOf(columns, 1)]).toEqual([-2, -1, 0, 3])
    expect(squares[1]).toBe(14)
  })

  it('gives a column that repeats another no share', () => {
    const { shares, isTold } = regressInPlace(sideBySide([1, 2, 3], [2, 4, 6], [3, 6, 9]))

    expect(isTold.slice(0, 2)).toEqual([true, false])
    expect([...shares]).toEqual([3, 0])
  })
})

describe('sharesGiven', () => {
  it('fits the first columns to what the given shares of the last leave', () => {
    const regression = regressInPlace(sideBySide([1, 1, 1], [0, 1, 2], [5, 7, 9]))

    expect([...sharesGiven(regression, [1])]).toEqual([6, 1]) // the mean of 5, 6, 7
  })
})

describe('varianceOfSum', () => {
  it('is that of the mean of a sample for a single share', () => {
    const regression = regressInPlace(sideBySide([1, 1, 1, 1], [3, 1, 4, 1]))

    expect(varianceOfSum(regression, Float64Array.of(1))).toBeCloseTo(1 / 4, 12)
  })

  it('is that of a fitted line away from its middle', () => {
    const regression = regressInPlace(sideBySide([1, 1, 1], [0, 1, 2], [5, 7, 8]))

    // 1 / n + (x - mean)^2 / sum of squares
    expect(varianceOfSum(regression, Float64Array.of(1, 4))).toBeCloseTo(1 / 3 + 9 / 2, 12)
  })
})
