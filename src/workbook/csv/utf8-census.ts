/** Counts what in a text is UTF-8 and what cannot be, ASCII aside. */
export interface Utf8Census {
  add(bytes: Buffer): void
  end(): Utf8Counts
}

interface Utf8Counts {
  /** Characters of two bytes or more. */
  readonly valid: number
  /** Places where a character breaks off or cannot start. */
  readonly invalid: number
  /** 1-based; 0 when there is none. */
  readonly firstInvalidLine: number
}

/** A census of bytes that come in blocks. */
export function createUtf8Census(): Utf8Census {
  let valid = 0
  let invalid = 0
  let firstInvalidLine = 0
  let line = 1
  let missing = 0
  let least = 0x80
  let most = 0xbf

  function add(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at++) take(bytes[at] ?? 0)
  }

  function take(byte: number): void {
    if (missing > 0) {
      if (byte >= least && byte <= most) {
        goOn()
        return
      }
      refuse()
    }
    if (byte === 0x0a) line++
    else if (byte >= 0x80) start(byte)
  }

  function goOn(): void {
    least = 0x80
    most = 0xbf
    missing--
    if (missing === 0) valid++
  }

  function start(lead: number): void {
    if (lead < 0xc2 || lead > 0xf4) refuse()
    else missing = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1
    least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  }

  function refuse(): void {
    missing = 0
    least = 0x80
    most = 0xbf
    invalid++
    if (firstInvalidLine === 0) firstInvalidLine = line
  }

  function end(): Utf8Counts {
    if (missing > 0) refuse()
    return { valid, invalid, firstInvalidLine }
  }

  return { add, end }
}
