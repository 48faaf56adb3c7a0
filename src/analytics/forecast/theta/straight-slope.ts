/**
 * The slope, a step, of the straight line with the least squares through values at equal steps; NaN
 * values are passed over, and fewer than two known ones have the slope 0.
 */
export function straightSlope(values: Float64Array): number {
  let count = 0
  let steps = 0
  let total = 0
  values.forEach((value, step) => {
    if (Number.isNaN(value)) return
    count += 1
    steps += step
    total += value
  })
  const middle = steps / count
  const center = total / count
  let products = 0
  let squares = 0
  values.forEach((value, step) => {
    if (Number.isNaN(value)) return
    products += (step - middle) * (value - center)
    squares += (step - middle) ** 2
  })
  return squares === 0 ? 0 : products / squares
}
