const ANY_SPACE = /\p{White_Space}/gu
const SPACE = /^\p{White_Space}$/u
const ASCII = /^[\0-\x7f]*$/u

/** Text without white space, of any kind Unicode knows, at either end. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpaceAt(text, start)) start += 1
  while (end > start && isSpaceAt(text, end - 1)) end -= 1
  return text.slice(start, end)
}

/** Between the space and U+0085 there is no white space; nearly all characters lie there. */
function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code <= 0x20 || code >= 0x85) && SPACE.test(text.charAt(at))
}

/** Text with each white-space character inside replaced by `by`. */
export function replaceSpace(text: string, by: string): string {
  return text.replace(ANY_SPACE, by)
}

/** Text without the accents of its letters. @example stripAccents('Descripción') // => 'Descripcion' */
export function stripAccents(text: string): string {
  if (ASCII.test(text)) return text
  return text.normalize('NFD').replace(/\p{M}+/gu, '')
}

/** Header words as compared: no case, no accents, no punctuation. @example foldWords('No_Inventario') // => 'no inventario' */
export function foldWords(text: string): string {
  return stripAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
