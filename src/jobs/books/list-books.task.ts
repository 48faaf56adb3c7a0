import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../lib/errors.ts'
import type { RegisterSettings } from '../../sources/register-settings.ts'
import { connectTable, newestFile, type TableLayout } from '../../sources/workbook.ts'
import type { JobContext } from '../context.ts'
import { BOOK_IDS, BOOKS, type BookId } from './book.ts'

/** Where a book would be read from now. */
export interface StandingBook {
  readonly book: BookId
  readonly settings: RegisterSettings
  readonly file: StandingFile | null
  /** Null where no table is found; `fault` then tells why. */
  readonly layout: TableLayout | null
  readonly fault: AppError | null
}

export interface StandingFile {
  readonly name: string
  readonly changedAt: Date
  readonly bytes: number
  /** Null where it cannot be opened as a workbook. */
  readonly hash: string | null
  /** How many others fit that are older. */
  readonly others: number
}

/** Looks which workbook each book would be read from, and where its table stands; reads no row of it. */
export async function listBooks({
  settings,
}: Pick<JobContext, 'settings'>): Promise<StandingBook[]> {
  const books: StandingBook[] = []
  for (const book of BOOK_IDS) books.push(await standing(settings, book))
  return books
}

async function standing(settings: JobContext['settings'], book: BookId): Promise<StandingBook> {
  const own = BOOKS[book].settings(settings)
  const nothing = { book, settings: own, file: null, layout: null }
  let file: StandingFile
  try {
    const found = await newestFile(own)
    const { mtime: changedAt, size: bytes } = await stat(found.file)
    const others = found.ignored.length
    file = { name: basename(found.file), changedAt, bytes, hash: null, others }
  } catch (error) {
    if (error instanceof AppError) return { ...nothing, fault: error }
    throw error
  }
  try {
    const connection = await connectTable(BOOKS[book].request(settings, own))
    await connection.close()
    const { origin, layout } = connection
    return { ...nothing, file: { ...file, hash: origin.hash }, layout, fault: null }
  } catch (error) {
    if (error instanceof AppError) return { ...nothing, file, fault: error }
    throw error
  }
}
