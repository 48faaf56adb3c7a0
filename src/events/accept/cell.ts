import { trimSpace } from '../../lib/text.ts'
import type { CellValue } from '../parse/row-stream.ts'

/** How much of a cell is shown, in characters. */
const MOST_SHOWN = 200

/** What a cell says, without white space at its ends; empty for one that holds nothing. */
export function cellText(cell: CellValue | undefined): string {
  if (typeof cell === 'string') return trimSpace(cell)
  return cell === null || cell === undefined ? '' : String(cell)
}

/** Whether a database can keep a text as it is: it holds no NUL and no half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** Cut, with what cannot be seen (and hardly kept) made visible. @example shownText('A\u0007') // => 'A<U+0007>' */
export function shownText(text: string): string {
  const start = text.slice(0, 2 * MOST_SHOWN).toWellFormed()
  const visible = start.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase()
    return `<U+${code.padStart(4, '0')}>`
  })
  return [...visible].slice(0, MOST_SHOWN).join('')
}
