const GREATER = 0x3e
const COLON = 0x3a
const SPACE = 0x20
const DOUBLE_QUOTE = 0x22
const SINGLE_QUOTE = 0x27
const SHORT_NAMES = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/** As `Buffer.indexOf`, which costs more than it saves over the short ways between tags. */
export function indexOfByte(bytes: Buffer, byte: number, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === byte) return at
  return -1
}

/** The `>` that ends the tag at `less`, or -1; one inside quotes does not end it. */
export function tagEnd(bytes: Buffer, less: number): number {
  let quote = 0
  for (let at = less + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === GREATER) return at
    else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte
  }
  return -1
}

/** Where the name that starts at `from` ends. */
export function nameEnd(bytes: Buffer, from: number, to: number): number {
  let at = from
  while (at < to && (bytes[at] ?? 0) > SPACE) at++
  return at
}

/** A name without its namespace prefix. */
export function localName(bytes: Buffer, from: number, to: number): string {
  let start = from
  for (let at = from; at < to; at++) if (bytes[at] === COLON) start = at + 1
  const short = to - start === 1 ? SHORT_NAMES[bytes[start] ?? 0] : undefined
  return short ?? bytes.toString('utf8', start, to)
}
