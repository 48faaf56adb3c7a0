/** Which characters of a pattern are wild: each of `run` any run of characters, each of `one` a single one. */
export interface WildCharacters {
  readonly run: string
  readonly one: string
}

const RUN = -1
const ONE = -2

/**
 * Tells which texts fit a pattern in any case: `*` is any run of characters, none included, and
 * `?` one character; every other stands for itself.
 *
 * @example wildcard('*ar01 [????].xlsx')('AR01 [2026].xlsx') // => true
 */
export function wildcard(pattern: string): (text: string) => boolean {
  const fits = wildcardAsWritten(anyCase(pattern), { run: '*', one: '?' })
  return (text) => fits(anyCase(text))
}

/** The same with wild characters of one's own, and upper and lower case told apart. */
export function wildcardAsWritten(
  pattern: string,
  wild: WildCharacters,
): (text: string) => boolean {
  const wanted = Array.from({ length: pattern.length }, (_, at) => {
    if (wild.run.includes(pattern.charAt(at))) return RUN
    return wild.one.includes(pattern.charAt(at)) ? ONE : pattern.charCodeAt(at)
  })
  return (text) => fitsWanted(wanted, text)
}

/** An accent typed as a character of its own, as some systems name files, is the accented letter. */
function anyCase(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** Only the last run met is ever drawn out, so time grows with pattern times text at the very most. */
function fitsWanted(wanted: readonly number[], text: string): boolean {
  let next = 0
  let at = 0
  let afterRun = 0
  let runEnd = -1
  while (at < text.length) {
    const want = wanted[next]
    if (want === RUN) {
      next += 1
      if (next === wanted.length) return true
      afterRun = next
      runEnd = at
    } else if (want === ONE) {
      next += 1
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    } else if (want === text.charCodeAt(at)) {
      next += 1
      at += 1
    } else if (runEnd >= 0) {
      runEnd += 1
      at = runEnd
      next = afterRun
    } else {
      return false
    }
  }
  while (wanted[next] === RUN) next += 1
  return next === wanted.length
}
