export type Alignment = 'left' | 'right'

/** Rows as lines, each column as wide as its widest cell, two spaces between; `indent` spaces before. */
export function tableLines(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
  indent = 2,
): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    }
  }
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      alignments[column] === 'right'
        ? cell.padStart(widths[column] ?? 0)
        : cell.padEnd(widths[column] ?? 0),
    )
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd()
  })
}
