/** A Markdown table with its columns in line; all but the first to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => cell(row, at).length)),
  )
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => pad(cell(row, at), width, at)).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

function cell(row: readonly string[], at: number): string {
  return row[at] ?? ''
}

function pad(text: string, width: number, at: number): string {
  return at === 0 ? text.padEnd(width) : text.padStart(width)
}
