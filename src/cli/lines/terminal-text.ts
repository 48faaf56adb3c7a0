/** Control characters, line breaks, and marks that turn the direction of what follows. */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu
const ONE_COLUMN_EACH = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*$/u
/** Drawn over or into the character before, or not at all. */
const WITHOUT_WIDTH = /^[\p{M}\p{Cf}]+$/u
/** East Asian letters, their full-width signs, and pictures. */
const TWO_COLUMNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]|\ufe0f/u
const HALF_WIDTH_LETTERS = /^[\uff61-\uffdc]/u

/**
 * Text from outside as a terminal may be given it: what would steer the terminal, break the line or
 * turn the text around is shown by its number. @example shownText('A\u001b[2J') // => 'A<U+001B>[2J'
 */
export function shownText(text: string): string {
  return text.toWellFormed().replace(UNSHOWN, (character) => {
    const number = character.charCodeAt(0).toString(16).toUpperCase()
    return `<U+${number.padStart(4, '0')}>`
  })
}

/** How many columns of a terminal a text takes, as nearly as that is the same on all of them. */
export function shownWidth(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length
  const signs = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)
  return Array.from(signs, ({ segment }) => signWidth(segment)).reduce((sum, it) => sum + it, 0)
}

function signWidth(sign: string): number {
  if (WITHOUT_WIDTH.test(sign)) return 0
  return TWO_COLUMNS.test(sign) && !HALF_WIDTH_LETTERS.test(sign) ? 2 : 1
}
