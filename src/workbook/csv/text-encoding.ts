import { AppError } from '../../lib/errors.ts'
import { fileBlocks, type OpenFile } from '../file-descriptor.ts'
import { createUtf8Census } from './utf8-census.ts'

/** How the bytes of a text file stand for characters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Bytes that Windows-1252 leaves without a character. */
const NO_CHARACTER = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/**
 * Finds the encoding of a text file by reading it whole. A file that is UTF-8 but for some broken
 * places is refused at the first of them: read as Windows-1252, all its accents would be wrong.
 */
export async function findEncoding(opened: OpenFile): Promise<TextEncoding> {
  const census = createUtf8Census()
  let isFirst = true
  let hasMark = false
  for await (const block of fileBlocks(opened)) {
    const mark = isFirst ? block.toString('hex', 0, 3) : ''
    if (mark.startsWith('fffe')) return 'utf-16le'
    if (mark.startsWith('feff')) return 'utf-16be'
    if (isFirst) hasMark = mark === 'efbbbf'
    isFirst = false
    census.add(block)
  }
  const { valid, invalid, firstInvalidLine } = census.end()
  if (invalid === 0) return 'utf-8'
  if (hasMark || valid > invalid) undecodable(opened, 'UTF-8', firstInvalidLine)
  await refuseUndefinedBytes(opened)
  return 'windows-1252'
}

async function refuseUndefinedBytes(opened: OpenFile): Promise<void> {
  let line = 1
  for await (const block of fileBlocks(opened)) {
    for (const byte of block) {
      if (byte === 0x0a) line++
      if (byte >= 0x81 && NO_CHARACTER.has(byte)) undecodable(opened, 'Windows-1252', line)
    }
  }
}

function undecodable({ file }: OpenFile, encoding: string, line: number): never {
  throw new AppError('workbook.undecodable', { file, encoding, place: `line: ${line}` })
}
