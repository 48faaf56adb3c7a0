const MOST_CHARACTERS = 200
/** Those outside the basic plane take two. */
const MOST_UNITS = 2 * MOST_CHARACTERS

/**
 * The start of what stood in a row, as much as a message can show. It is a text of its own: a slice
 * would keep the whole row in memory.
 */
export function rawExcerpt(text: string): string {
  return [...text.slice(0, MOST_UNITS)].slice(0, MOST_CHARACTERS).join('')
}
