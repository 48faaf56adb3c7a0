const ANY_SPACE = /\p{White_Space}/gu
const SPACE = /^\p{White_Space}$/u

/** Text without white space, of any kind Unicode knows, at either end. */
export function trimSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && SPACE.test(text.charAt(start))) start += 1
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** Text with each white-space character inside replaced by `by`. */
export function replaceSpace(text: string, by: string): string {
  return text.replace(ANY_SPACE, by)
}

/** Text without the accents of its letters. @example stripAccents('Descripción') // => 'Descripcion' */
export function stripAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '')
}

/** Header words as compared: no case, no accents, no punctuation. @example foldWords('No_Inventario') // => 'no inventario' */
export function foldWords(text: string): string {
  return stripAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
