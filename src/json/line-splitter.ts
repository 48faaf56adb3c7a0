/** One line of a text; lines count from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** Takes a text in pieces apart into its lines, holding one at a time. */
export interface LineSplitter {
  /** The lines that ended in this piece; blank ones are passed over. */
  push(piece: string): readonly Line[]
  /** The line that no line end closed; null when there is none, or it is blank. */
  end(): Line | null
  /** Characters of the line that is being read, and its number. */
  pending(): number
  number(): number
}

/** Lines end with LF or CR LF. */
export function lineSplitter(): LineSplitter {
  let parts: string[] = []
  let pending = 0
  let number = 1

  function closed(): Line[] {
    const text = parts.join('').trim()
    const line = text === '' ? [] : [{ number, text }]
    parts = []
    pending = 0
    number += 1
    return line
  }

  function push(piece: string): readonly Line[] {
    const lines: Line[] = []
    const [first = '', ...more] = piece.split('\n')
    parts.push(first)
    pending += first.length
    for (const part of more) {
      lines.push(...closed())
      parts.push(part)
      pending += part.length
    }
    return lines
  }

  return { push, end: () => closed()[0] ?? null, pending: () => pending, number: () => number }
}
