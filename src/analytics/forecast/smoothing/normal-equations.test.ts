import { describe, expect, it } from 'vitest'
import deaths from '../fixtures/accidental-deaths.json' with { type: 'json' }
import { normalEquations } from './normal-equations.ts'
import { scaleValues } from './scaled-values.ts'
import { freeOf, type SmoothingForm } from './smoothing-form.ts'
import { walk } from './smoothing-walk.ts'

const WITH_GAPS = Float64Array.from(deaths.values, (value, step) =>
  step % 11 === 5 ? Number.NaN : value,
)
const { values } = scaleValues(WITH_GAPS, false)
const WEIGHTS = { alpha: 0.4, beta: 0.1, phi: 0.9, gamma: 0.2 }
const FORMS: SmoothingForm[] = [
  { trend: 'none', period: 1 },
  { trend: 'damped', period: 1 },
  { trend: 'straight', period: 4 },
  { trend: 'damped', period: 12 },
]

describe('normalEquations', () => {
  it.each(FORMS)('give half the slope of the squares: $trend, $period', (form) => {
    const free = freeOf(form, WEIGHTS).map((each, at) => each + 0.01 * at)
    const { gradient } = normalEquations(form, free, values)
    const small = 1e-6
    gradient.forEach((found, at) => {
      const nudged = (by: number) => free.map((each, other) => each + (other === at ? by : 0))
      const rise =
        walk(form, nudged(small), values).squares - walk(form, nudged(-small), values).squares

      expect(found).toBeCloseTo(rise / (4 * small), 5)
    })
  })

  it.each(FORMS)('give the products of the errors’ slopes: $trend, $period', (form) => {
    const free = freeOf(form, WEIGHTS)
    const { matrix } = normalEquations(form, free, values)
    const size = free.length
    const slopes = Array.from(free, (_, at) => errorSlopes(form, free, at))
    for (let row = 0; row < size; row += 1) {
      for (let column = row; column < size; column += 1) {
        const product = slopes[row]!.reduce(
          (sum, each, step) => sum + each * slopes[column]![step]!,
          0,
        )

        expect(matrix[row * size + column]).toBeCloseTo(product, 5)
      }
    }
  })
})

/** Slopes of the one-step errors by central differences; 0 where nothing is known. */
function errorSlopes(form: SmoothingForm, free: Float64Array, at: number): number[] {
  const small = 1e-6
  const expected = (by: number) =>
    walk(
      form,
      free.map((each, other) => each + (other === at ? by : 0)),
      values,
    ).expected
  const [ahead, behind] = [expected(small), expected(-small)]
  return Array.from(values, (value, step) =>
    Number.isNaN(value) ? 0 : (behind[step]! - ahead[step]!) / (2 * small),
  )
}
