const LINE_END = 0x0a

/** Counts the lines of a text that comes in blocks. */
export interface LineCounter {
  /** Goes past a block in which nothing is wrong. */
  pass(text: Buffer): void
  /** The line, from 1, of a place in the block that comes next. */
  lineAt(text: Buffer, at: number): number
  /** Line ends passed so far. */
  passed(): number
}

/** A counter that starts `before` line ends down. */
export function lineCounter(before = 0): LineCounter {
  let passed = before
  return {
    pass: (text) => {
      passed += lineEnds(text, text.length)
    },
    lineAt: (text, at) => passed + lineEnds(text, at) + 1,
    passed: () => passed,
  }
}

function lineEnds(text: Buffer, end: number): number {
  let count = 0
  for (let at = 0; at < end; at += 1) if (text[at] === LINE_END) count += 1
  return count
}
