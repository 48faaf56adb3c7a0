import { createUtf8Census } from '../../../workbook/csv/utf8-census.ts'
import { type EventFile, undecodable } from '../event-file.ts'
import type { BlockDecoder } from './block-decoder.ts'
import { lineCounter } from './line-counter.ts'

const FIRST = 0x80
/** Of the bytes 80 to 9f; a space where a byte has no character. */
const CHARACTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const SPECIAL = /[\u0080-\u009f]/gu

/**
 * A text of one byte to a character. Should it prove to hold more UTF-8 than else it is a damaged text
 * of UTF-8, and is refused at its end. `linesBefore`: those of it that were read already.
 */
export function windows1252Text(file: EventFile, linesBefore: number): BlockDecoder {
  const lines = lineCounter(linesBefore)
  const census = createUtf8Census()

  function push(block: Buffer): Buffer {
    census.add(block)
    const broken = block.findIndex(hasNoCharacter)
    if (broken >= 0) undecodable(file, 'Windows-1252', lines.lineAt(block, broken))
    lines.pass(block)
    return Buffer.from(block.toString('latin1').replace(SPECIAL, characterOf))
  }

  function end(): Buffer {
    const { valid, invalid, firstInvalidLine } = census.end()
    if (valid > invalid) undecodable(file, 'UTF-8', linesBefore + firstInvalidLine)
    return Buffer.alloc(0)
  }

  return { push, end, encoding: () => 'windows-1252' }
}

function hasNoCharacter(byte: number): boolean {
  return byte === 0 || (byte >= FIRST && CHARACTERS[byte - FIRST] === ' ')
}

function characterOf(special: string): string {
  return CHARACTERS[special.charCodeAt(0) - FIRST] ?? special
}
