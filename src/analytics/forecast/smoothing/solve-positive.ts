/**
 * Solves a symmetric positive definite system by Cholesky's method, reading the upper triangle; null
 * where the matrix is not positive definite. Golub and Van Loan (2013), section 4.2.
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length
  const root = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = row; column < size; column += 1) {
      let sum = matrix[row * size + column] ?? 0
      for (let at = 0; at < row; at += 1) {
        sum -= (root[at * size + row] ?? 0) * (root[at * size + column] ?? 0)
      }
      if (column > row) root[row * size + column] = sum / (root[row * size + row] ?? 1)
      else if (sum > 0) root[row * size + row] = Math.sqrt(sum)
      else return null
    }
  }
  return backward(root, forward(root, right))
}

function forward(root: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const found = new Float64Array(size)
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0
    for (let at = 0; at < row; at += 1) sum -= (root[at * size + row] ?? 0) * (found[at] ?? 0)
    found[row] = sum / (root[row * size + row] ?? 1)
  }
  return found
}

function backward(root: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const found = new Float64Array(size)
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0
    for (let at = row + 1; at < size; at += 1)
      sum -= (root[row * size + at] ?? 0) * (found[at] ?? 0)
    found[row] = sum / (root[row * size + row] ?? 1)
  }
  return found
}
