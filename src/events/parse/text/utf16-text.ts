import { type EventFile, undecodable } from '../event-file.ts'
import type { BlockDecoder } from './block-decoder.ts'
import { lineCounter } from './line-counter.ts'

/** A surrogate that has lost its other half, or a NUL. */
const BROKEN = /[\p{Surrogate}\0]/u
const HIGH_SURROGATES = 0xd8
const MASK = 0xfc

/** A text of two bytes to a unit. */
export function utf16Text(encoding: 'utf-16le' | 'utf-16be', file: EventFile): BlockDecoder {
  const lines = lineCounter()
  let rest: Buffer = Buffer.alloc(0)

  function push(block: Buffer): Buffer {
    const bytes = Buffer.concat([rest, block])
    const end = wholeUnits(bytes)
    rest = Buffer.from(bytes.subarray(end))
    return decoded(bytes.subarray(0, end))
  }

  /** Half a unit at the end waits for the rest of it, and so does half a pair. */
  function wholeUnits(bytes: Buffer): number {
    const end = bytes.length & ~1
    const highByte = bytes[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0
    return (highByte & MASK) === HIGH_SURROGATES ? end - 2 : end
  }

  function decoded(bytes: Buffer): Buffer {
    const text = (encoding === 'utf-16le' ? bytes : bytes.swap16()).toString('utf16le')
    const utf8 = Buffer.from(text)
    const at = text.search(BROKEN)
    if (at >= 0) refuse(Buffer.from(text.slice(0, at)))
    lines.pass(utf8)
    return utf8
  }

  function refuse(before: Buffer): never {
    undecodable(file, 'UTF-16', lines.lineAt(before, before.length))
  }

  function end(): Buffer {
    return rest.length === 0 ? rest : refuse(Buffer.alloc(0))
  }

  return { push, end, encoding: () => encoding }
}
