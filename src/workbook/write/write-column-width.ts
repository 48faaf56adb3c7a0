const NARROWEST = 8
const WIDEST = 60
/** Room for the filter's arrow and the cell's margins, in characters. */
const MARGIN = 3

/** Widths in characters that fit titles and texts, each between 8 and 60. */
export function fittedWidths(rows: readonly (readonly string[])[]): number[] {
  const longest: number[] = []
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      longest[column] = Math.max(longest[column] ?? 0, shownLength(text))
    }
  }
  return Array.from(longest, (length = 0) => bounded(length + MARGIN))
}

/** The `<cols>` element for widths in characters, '' when there are none. */
export function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return ''
  const columns = widths.map(
    (width, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<cols>${columns.join('')}</cols>`
}

/** A width that a sheet accepts: given ones may go past the fitted bounds. */
export function acceptedWidth(width: number): number {
  return Math.min(255, Math.max(1, width))
}

function bounded(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, width))
}

/** Characters of the longest line; wide East Asian ones count twice. */
function shownLength(text: string): number {
  let longest = 0
  for (const line of text.slice(0, 1_000).split('\n')) {
    const wide = line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)
    longest = Math.max(longest, line.length + (wide?.length ?? 0))
  }
  return longest
}
