/** Letters of a 0-based column, as spreadsheets name them. @example columnLetters(27) // => 'AB' */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
    rest = Math.floor(rest / 26) - 1
  } while (rest >= 0)
  return letters
}

/** 0-based column of spreadsheet letters, or null when they name none. @example columnIndex('AB') // => 27 */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Where a cell stands, as a person would look it up. `row` is 1-based. @example 'Hoja1!F17' */
export function cellPlace(sheet: string, column: number, row: number): string {
  return `${sheet}!${columnLetters(column)}${row}`
}
