/** Series of equal length side by side: column c begins at c times the length. */
export interface Columns {
  readonly count: number
  readonly length: number
  readonly values: Float64Array
}

/** Columns of zeros. */
export function emptyColumns(count: number, length: number): Columns {
  return { count, length, values: new Float64Array(count * length) }
}

/** The numbers of one column, not copied. */
export function columnOf({ length, values }: Columns, column: number): Float64Array {
  return values.subarray(column * length, (column + 1) * length)
}
