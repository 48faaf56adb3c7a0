import { isUtf8 } from 'node:buffer'
import { createUtf8Census } from '../../../workbook/csv/utf8-census.ts'
import { type EventFile, undecodable } from '../event-file.ts'
import type { BlockDecoder } from './block-decoder.ts'
import { lineCounter } from './line-counter.ts'
import { wholeCharacters } from './whole-characters.ts'

/** A text that is UTF-8 and may be nothing else. `linesBefore`: those of it that were read already. */
export function utf8Text(file: EventFile, linesBefore = 0): BlockDecoder {
  const lines = lineCounter(linesBefore)
  let rest: Buffer = Buffer.alloc(0)

  function push(block: Buffer): Buffer {
    const bytes = rest.length === 0 ? block : Buffer.concat([rest, block])
    const end = wholeCharacters(bytes)
    rest = Buffer.from(bytes.subarray(end))
    return proven(bytes.subarray(0, end))
  }

  function proven(text: Buffer): Buffer {
    const nul = text.indexOf(0)
    const faults: number[] = []
    if (nul >= 0) faults.push(lines.lineAt(text, nul))
    if (!isUtf8(text)) faults.push(lines.passed() + firstBrokenLine(text))
    if (faults.length > 0) undecodable(file, 'UTF-8', Math.min(...faults))
    lines.pass(text)
    return text
  }

  return { push, end: () => proven(rest), encoding: () => 'utf-8' }
}

function firstBrokenLine(text: Buffer): number {
  const census = createUtf8Census()
  census.add(text)
  return census.end().firstInvalidLine
}
