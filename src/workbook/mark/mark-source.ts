import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '../../lib/errors.ts'
import { zipReason } from '../zip/zip-reason.ts'
import { decodedXml } from './mark-decode.ts'

/** The package of a person's own workbook, opened for copying. */
export interface SourcePackage {
  readonly file: string
  /** Names of all parts, in the file's order. */
  readonly names: readonly string[]
  /** The part's name as the package writes it, case aside; null when it has none such. */
  find(name: string): string | null
  /** A part as it is, checked against its checksum. */
  bytes(name: string): AsyncGenerator<Buffer>
  /** A part as text, in pieces. */
  pieces(name: string): AsyncGenerator<string>
  /** A part as one text; refuses one that is too large to be held. */
  text(name: string): Promise<string>
  close(): void
}

/** Runs `edit` on the text of a part; markup that it cannot follow makes the source a damaged one. */
export function inPart<T>({ file }: SourcePackage, part: string, edit: () => T): T {
  try {
    return edit()
  } catch (error) {
    throw error instanceof SyntaxError ? corrupt({ file, part, error }) : error
  }
}

/** Pieces made from a part; markup that cannot be followed makes the source a damaged one. */
export async function* piecesInPart(
  { file }: SourcePackage,
  part: string,
  pieces: AsyncIterable<string>,
): AsyncGenerator<string> {
  try {
    yield* pieces
  } catch (error) {
    throw error instanceof SyntaxError ? corrupt({ file, part, error }) : error
  }
}

/** What is read whole into memory may be this large; sheets are streamed and may be larger. */
const MAX_HELD_BYTES = 64_000_000
const MAX_PART_BYTES = 2_000_000_000

/** Opens an xlsx file for copying. Throws `workbook.unreadable` or, for a damaged one, `workbook.corrupt`. */
export async function openSource(file: string): Promise<SourcePackage> {
  const { zip, entries } = await openEntries(file)
  const nameByFolded = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]))
  const find = (name: string) => nameByFolded.get(name.toLowerCase()) ?? null
  return {
    file,
    names: [...entries.keys()],
    find,
    bytes: (name) => checkedBytes({ file, zip, entry: entryNamed(name) }),
    pieces: (name) =>
      decodedPieces(file, name, checkedBytes({ file, zip, entry: entryNamed(name) })),
    text: (name) => wholeText(name),
    close: () => zip.close(),
  }

  function entryNamed(name: string): Entry {
    const entry = entries.get(find(name) ?? '')
    if (!entry) throw new AppError('workbook.corrupt', { file, part: name, reason: 'missing' })
    return entry
  }

  async function wholeText(name: string): Promise<string> {
    const entry = entryNamed(name)
    refuseOver(file, entry, MAX_HELD_BYTES)
    let text = ''
    for await (const piece of decodedPieces(file, name, checkedBytes({ file, zip, entry })))
      text += piece
    return text
  }
}

async function openEntries(file: string): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const zip = await openZip(file)
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === '') throw new Error('part-without-name')
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
    }
  } catch (error) {
    zip.close()
    throw corrupt({ file, part: 'zip-directory', error })
  }
  return { zip, entries }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw new AppError('workbook.unreadable', { file, reason: zipReason(error) }, { cause: error })
  }
}

interface EntryOfFile {
  readonly file: string
  readonly zip: ZipFile
  readonly entry: Entry
}

async function* checkedBytes({ file, zip, entry }: EntryOfFile): AsyncGenerator<Buffer> {
  refuseOver(file, entry, MAX_PART_BYTES)
  let checksum = 0
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(piece, checksum)
      yield piece
    }
  } catch (error) {
    throw corrupt({ file, part: entry.fileName, error })
  }
  if (checksum === entry.crc32) return
  throw new AppError('workbook.corrupt', { file, part: entry.fileName, reason: 'wrong-checksum' })
}

async function* decodedPieces(
  file: string,
  part: string,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  try {
    yield* decodedXml(bytes)
  } catch (error) {
    throw corrupt({ file, part, error })
  }
}

function refuseOver(file: string, entry: Entry, limit: number): void {
  const found = entry.uncompressedSize
  if (found <= limit) return
  throw new AppError('workbook.too-large', { file, what: 'part-bytes', found, limit })
}

function corrupt({ file, part, error }: { file: string; part: string; error: unknown }): AppError {
  if (error instanceof AppError) return error
  const details = { file, part, reason: messageOf(error) }
  return new AppError('workbook.corrupt', details, { cause: error })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
