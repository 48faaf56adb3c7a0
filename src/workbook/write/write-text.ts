/** The most characters (UTF-16 units) that a spreadsheet keeps in one cell. */
const MAX_CELL_CHARACTERS = 32_767

const PLAIN = /^[^&<>\p{Cc}\p{Cs}\ufffe\uffff]*$/v
const UNWRITABLE = /[[\p{Cc}--[\t\n]]\p{Cs}\ufffe\uffff]/gv
/** An underscore that a reader would take for the start of an escape. */
const FALSE_ESCAPE = /_(?=x[0-9A-Fa-f]{4}(?:_|[[\p{Cc}--[\t\n]]\p{Cs}\ufffe\uffff]))/gv

/** Text as the content of a cell or comment element: what XML cannot hold becomes `_xHHHH_`. */
export function xmlText(text: string): string {
  if (PLAIN.test(text) && !text.includes('_x')) return text
  return text
    .replace(FALSE_ESCAPE, '_x005F_')
    .replace(UNWRITABLE, hexEscape)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Text as an attribute's value between double quotes; what XML cannot hold is left out. */
export function xmlAttribute(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
}

/** Text as a cell can keep it: what is too long ends in an ellipsis, no character is split. */
export function fitCell(text: string): string {
  if (text.length <= MAX_CELL_CHARACTERS) return text
  const cut = text.slice(0, MAX_CELL_CHARACTERS - 1)
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
