/** The letters of a column by its place from 0, as spreadsheets name them. @example columnLetters(26) // => 'AA' */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26)
  const letter = String.fromCharCode(65 + (place % 26))
  return rest === 0 ? letter : `${columnLetters(rest - 1)}${letter}`
}
