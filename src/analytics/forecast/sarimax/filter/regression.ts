import { type Columns, columnOf } from './columns.ts'

/** The last of some columns as a sum of shares of the others, by least squares. */
export interface Regression {
  /** Of each column but the last; 0 where it only repeats those before it. */
  readonly shares: Float64Array
  /** Whether a column says something those before it do not. */
  readonly isTold: readonly boolean[]
  /** Squares of what each column says that those before it do not; of the last: of what is left of it. */
  readonly squares: Float64Array
  /** By how much a column, row by row, repeats an earlier one. */
  readonly overlaps: Float64Array
}

/** A column is a repetition where this share of its squares is all it adds. */
const REPEATED = 1e-14

/**
 * Regresses the last column on the others by the modified method of Gram and Schmidt, in place: each column
 * becomes what those before it do not explain. Bjorck (1967).
 */
export function regressInPlace(columns: Columns): Regression {
  const { count } = columns
  const squares = new Float64Array(count)
  const overlaps = new Float64Array(count * count)
  const whole = Float64Array.from({ length: count }, (_, at) => squareSum(columnOf(columns, at)))
  const isTold: boolean[] = []
  for (let one = 0; one < count; one += 1) {
    const column = columnOf(columns, one)
    const square = one === 0 ? (whole[0] ?? 0) : squareSum(column)
    squares[one] = square
    isTold.push(square > REPEATED * (whole[one] ?? 0) && square > 0)
    if (!isTold[one]) continue
    for (let other = one + 1; other < count; other += 1) {
      overlaps[one * count + other] = takeOut(columnOf(columns, other), column, square)
    }
  }
  const shares = substituteBack(
    { overlaps, isTold, shares: new Float64Array(count - 1) },
    count - 1,
  )
  return { shares, isTold, squares, overlaps }
}

/**
 * The variance a sum of the shares, weighted so, owes to their being estimated, over that of the surprises; of
 * all columns but the last.
 */
export function varianceOfSum(
  { isTold, squares, overlaps }: Regression,
  weights: Float64Array,
): number {
  const count = squares.length
  const left = weights.slice(0, count - 1)
  let sum = 0
  for (let one = 0; one < count - 1; one += 1) {
    if (!isTold[one]) continue
    const weight = left[one] ?? 0
    sum += (weight * weight) / (squares[one] ?? 1)
    for (let other = one + 1; other < count - 1; other += 1) {
      left[other] = (left[other] ?? 0) - weight * (overlaps[one * count + other] ?? 0)
    }
  }
  return sum
}

/** Takes the share of one column out of another, and gives the share. */
function takeOut(from: Float64Array, column: Float64Array, square: number): number {
  let product = 0
  for (let at = 0; at < column.length; at += 1) product += (column[at] ?? 0) * (from[at] ?? 0)
  const share = product / square
  for (let at = 0; at < column.length; at += 1) {
    from[at] = (from[at] ?? 0) - share * (column[at] ?? 0)
  }
  return share
}

/** Shares of the first columns by least squares where those of the last are given. */
export function sharesGiven(
  { overlaps, isTold }: Regression,
  given: readonly number[],
): Float64Array {
  const shares = new Float64Array(isTold.length - 1)
  shares.set(given, shares.length - given.length)
  return substituteBack({ overlaps, isTold, shares }, shares.length - given.length)
}

interface Triangle {
  readonly overlaps: Float64Array
  readonly isTold: readonly boolean[]
  readonly shares: Float64Array
}

/** Fills in the shares of the first columns, as many as are unknown. */
function substituteBack({ overlaps, isTold, shares }: Triangle, unknown: number): Float64Array {
  const count = isTold.length
  for (let one = unknown - 1; one >= 0; one -= 1) {
    if (!isTold[one]) continue
    let share = overlaps[one * count + count - 1] ?? 0
    for (let other = one + 1; other < count - 1; other += 1) {
      share -= (overlaps[one * count + other] ?? 0) * (shares[other] ?? 0)
    }
    shares[one] = share
  }
  return shares
}

function squareSum(column: Float64Array): number {
  let sum = 0
  for (let at = 0; at < column.length; at += 1) sum += (column[at] ?? 0) ** 2
  return sum
}
