import { isAscii, isUtf8 } from 'node:buffer'
import { createUtf8Census } from '../../../workbook/csv/utf8-census.ts'
import { type EventFile, undecodable } from '../event-file.ts'
import type { BlockDecoder } from './block-decoder.ts'
import { lineCounter } from './line-counter.ts'
import { utf8Text } from './utf8-text.ts'
import { wholeCharacters } from './whole-characters.ts'
import { windows1252Text } from './windows-1252-text.ts'

/** How much is looked at from the first byte on that is not ASCII. */
const WINDOW_BYTES = 1 << 16

/**
 * A text that is UTF-8 or Windows-1252. ASCII is the same in both; where it ends the text is held back
 * until there is enough of it to tell. One that is UTF-8 but for some broken places is refused at the
 * first of them: read as Windows-1252, all its accents would be wrong.
 */
export function undecidedText(file: EventFile): BlockDecoder {
  const lines = lineCounter()
  let decided: BlockDecoder | null = null
  let held: Buffer = Buffer.alloc(0)

  function push(block: Buffer): Buffer {
    if (decided) return decided.push(block)
    const asciiBytes = held.length > 0 ? 0 : asciiStart(block)
    const ascii = block.subarray(0, asciiBytes)
    refuseNul(ascii)
    lines.pass(ascii)
    held = Buffer.concat([held, block.subarray(asciiBytes)])
    if (held.length < WINDOW_BYTES) return ascii
    const window = held.subarray(0, WINDOW_BYTES)
    return Buffer.concat([ascii, goOn(window.subarray(0, wholeCharacters(window)))])
  }

  function goOn(sample: Buffer): Buffer {
    decided = decoderFor(sample)
    const text = decided.push(held)
    held = Buffer.alloc(0)
    return text
  }

  function decoderFor(sample: Buffer): BlockDecoder {
    if (isUtf8(sample)) return utf8Text(file, lines.passed())
    const census = createUtf8Census()
    census.add(sample)
    const { valid, invalid, firstInvalidLine } = census.end()
    if (valid > invalid) undecodable(file, 'UTF-8', lines.passed() + firstInvalidLine)
    return windows1252Text(file, lines.passed())
  }

  function refuseNul(ascii: Buffer): void {
    const nul = ascii.indexOf(0)
    if (nul >= 0) undecodable(file, 'UTF-8', lines.lineAt(ascii, nul))
  }

  function end(): Buffer {
    const last = decided === null && held.length > 0 ? goOn(held) : held
    return Buffer.concat([last, decided?.end() ?? held])
  }

  return { push, end, encoding: () => decided?.encoding() ?? 'utf-8' }
}

function asciiStart(block: Buffer): number {
  if (isAscii(block)) return block.length
  return block.findIndex((byte) => byte >= 0x80)
}
