import { basename, extname } from 'node:path'
import { AppError } from '../../lib/errors.ts'
import { closeFile, fileBlocks, type OpenFile } from '../file-descriptor.ts'
import type { OpenedWorkbook } from '../opened-workbook.ts'
import type { WorkbookLimits } from '../workbook-limits.ts'
import { csvRows } from './csv-rows.ts'
import { findDelimiter } from './delimiter.ts'
import { findEncoding, type TextEncoding } from './text-encoding.ts'

const SAMPLE_CHARACTERS = 64_000
const BLOCK_BYTES = 1 << 16

/** Opens delimited text as a workbook of one sheet; the file's descriptor is closed with it. */
export async function openCsv(
  opened: OpenFile & { readonly hash: string },
  limits: WorkbookLimits,
): Promise<OpenedWorkbook> {
  const { file, bytes, hash } = opened
  const encoding = await findEncoding(opened)
  const delimiter = findDelimiter(await sampleOf(decode(opened, encoding)))
  const sheet = {
    name: basename(file, extname(file)),
    hidden: false,
    rows: () => csvRows({ file, text: decode(opened, encoding), delimiter, limits }),
    merges: () => [],
    declaredRows: () => null,
  }
  const close = () => closeFile(opened)
  return { file, format: 'csv', hash, bytes, sheets: [sheet], date1904: false, close }
}

async function sampleOf(text: AsyncIterable<string>): Promise<string> {
  let sample = ''
  for await (const piece of text) {
    sample += piece
    if (sample.length >= SAMPLE_CHARACTERS) break
  }
  return sample.slice(0, SAMPLE_CHARACTERS)
}

async function* decode(opened: OpenFile, encoding: TextEncoding): AsyncGenerator<string> {
  const { file } = opened
  const decoder = new TextDecoder(encoding, { fatal: true })
  let position = 0
  try {
    for await (const block of fileBlocks(opened, BLOCK_BYTES)) {
      yield decoder.decode(block, { stream: true })
      position += block.length
    }
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const place = `byte: ${position}`
    throw new AppError('workbook.undecodable', { file, encoding, place }, { cause: error })
  }
}
