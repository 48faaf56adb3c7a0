const SPACE = /[ \t\n\r]*/uy

/** The place of the next character that is not JSON's white space, or the end of the text. */
export function afterSpace(text: string, from: number): number {
  SPACE.lastIndex = from
  SPACE.test(text)
  return SPACE.lastIndex
}
