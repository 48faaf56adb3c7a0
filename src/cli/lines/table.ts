import { shownText, shownWidth } from './terminal-text.ts'

export type Alignment = 'left' | 'right'

/**
 * Rows as lines, each column as wide as its widest cell, two spaces between; `indent` spaces before.
 * What a cell holds may come from anywhere, so nothing in it steers the terminal.
 */
export function tableLines(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
  indent = 2,
): string[] {
  const table = rows.map((row) => row.map(shownCell))
  const widths: number[] = []
  for (const row of table) {
    for (const [column, { width }] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, width)
    }
  }
  return table.map((row) => {
    const cells = row.map(({ text, width }, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - width)
      return alignments[column] === 'right' ? space + text : text + space
    })
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd()
  })
}

function shownCell(cell: string): { readonly text: string; readonly width: number } {
  const text = shownText(cell)
  return { text, width: shownWidth(text) }
}
