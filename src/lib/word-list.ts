import { trimSpace } from './text.ts'

/** True when `text` is one of `words`, in any case and without the white space at either end; blank text is no word. */
export function isOneOf(words: readonly string[], text: string): boolean {
  const word = plain(text)
  return word !== '' && words.some((each) => plain(each) === word)
}

function plain(text: string): string {
  return trimSpace(text).toLowerCase()
}
