/** Every character Unicode calls white space, and the zero-width ones people paste without seeing. */
const SPACE = '[\\s\\u0085\\u180e\\u200b-\\u200d\\u2060\\ufeff]'
const OUTER_SPACE = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu')
const ANY_SPACE = new RegExp(SPACE, 'gu')

/** Text without white space of any kind at either end. */
export function trimSpace(text: string): string {
  return text.replace(OUTER_SPACE, '')
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
