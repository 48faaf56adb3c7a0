/** What separates the cells of a delimited text, and whether its first line says so. */
export interface Delimiter {
  readonly character: string
  /** The first line is `sep=;`, which is no row. */
  readonly isDeclared: boolean
}

const CANDIDATES = [',', ';', '\t', '|']

/**
 * Finds the delimiter by the start of a text: the candidate that occurs equally often in the most
 * rows, weighed by how often. A comma in prose or in decimals loses to it.
 */
export function findDelimiter(sample: string): Delimiter {
  const declared = /^sep=([^\r\n])\r?\n/i.exec(sample)?.[1]
  if (declared !== undefined) return { character: declared, isDeclared: true }
  const rows = unquoted(sample)
    .split(/\r\n|\n|\r/)
    .map(withoutDecimals)
  const scores = CANDIDATES.map((candidate) => score(rows, candidate))
  const best = scores.indexOf(Math.max(...scores))
  return { character: CANDIDATES[best] ?? ',', isDeclared: false }
}

/** The text without what stands in quotes, closed or not. */
function unquoted(sample: string): string {
  return sample.replace(/"[^"]*("|$)/g, '')
}

/** A comma between digits separates no cells where another candidate does. */
function withoutDecimals(row: string): string {
  return /[;\t|]/.test(row) ? row.replace(/(?<=\d),(?=\d)/g, '') : row
}

/** Rows that share the most telling count, times that count. */
function score(rows: readonly string[], candidate: string): number {
  const rowsByCount = new Map<number, number>()
  for (const row of rows) {
    const count = row.split(candidate).length - 1
    rowsByCount.set(count, (rowsByCount.get(count) ?? 0) + 1)
  }
  return Math.max(0, ...[...rowsByCount].map(([count, rows]) => count * rows))
}
