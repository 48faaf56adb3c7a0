const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const SPACE = 0x20
const OPEN_LIST = 0x5b
const OPEN_OBJECT = 0x7b
const CLOSE_LIST = 0x5d
const CLOSE_OBJECT = 0x7d

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
    isBare ??= !isTextOrOpening(piece.charCodeAt(from))
    return isBare ? bareEnd(piece, from) : closedEnd(piece, from)
  }

  function closedEnd(piece: string, from: number): number | null {
    for (let at = from; at < piece.length; at += 1) {
      if (isInText) {
        at = textEnd(piece, at)
        if (isInText) return null
      } else {
        const code = piece.charCodeAt(at)
        if (code === QUOTE) isInText = true
        else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1
        else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1
      }
      if (!isInText && depth === 0) return at + 1
    }
    return null
  }

  /** The place of the quote that closes the text, or the end of the piece. */
  function textEnd(piece: string, from: number): number {
    for (let at = from; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (isEscaped) isEscaped = false
      else if (code === BACKSLASH) isEscaped = true
      else if (code === QUOTE) {
        isInText = false
        return at
      }
    }
    return piece.length
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

function isTextOrOpening(code: number): boolean {
  return code === QUOTE || code === OPEN_LIST || code === OPEN_OBJECT
}

/** What ends a number, `true`, `false` or `null`: white space, a comma, a closing bracket. */
function bareEnd(piece: string, from: number): number | null {
  for (let at = from; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at)
    if (code <= SPACE || code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT) return at
  }
  return null
}
