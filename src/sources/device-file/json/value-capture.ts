const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])
/** What ends a number, `true`, `false` or `null`: white space, a comma, a closing bracket. */
const AFTER_BARE = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2c, ...CLOSING])

/** Finds where one JSON value ends in a text that comes in pieces. Whether it is one, parsing tells. */
export interface ValueCapture {
  /** Reads on from `from`; gives where the value ended, or null when it goes on in the next piece. */
  read(piece: string, from: number): number | null
  /** What was read of the value so far. */
  text(): string
  characters(): number
}

/** A capture that starts at the value's first character. */
export function valueCapture(): ValueCapture {
  const parts: string[] = []
  let characters = 0
  let depth = 0
  let isBare: boolean | null = null
  let isInText = false
  let isEscaped = false

  function endIn(piece: string, from: number): number | null {
    for (let at = from; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      isBare ??= code !== QUOTE && !OPENING.has(code)
      if (isBare) {
        if (AFTER_BARE.has(code)) return at
      } else if (isInText) {
        if (isEscaped) isEscaped = false
        else if (code === BACKSLASH) isEscaped = true
        else if (code === QUOTE) isInText = false
      } else if (code === QUOTE) isInText = true
      else if (OPENING.has(code)) depth += 1
      else if (CLOSING.has(code)) depth -= 1
      if (!isBare && !isInText && depth === 0) return at + 1
    }
    return null
  }

  return {
    read: (piece, from) => {
      const end = endIn(piece, from)
      const part = piece.slice(from, end ?? piece.length)
      parts.push(part)
      characters += part.length
      return end
    },
    text: () => parts.join(''),
    characters: () => characters,
  }
}
