import { type Hold, holdsOf } from '../../collect/completeness.ts'
import { collectionStore } from '../../collect/store.ts'
import { dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { RegisterSettings } from '../../sources/register-settings.ts'
import { rejectionOf } from '../../sources/rejection.ts'
import type { Rejection, SourceNote } from '../../sources/source.ts'
import { HEADER_SEARCH_ROWS } from '../../sources/table-header.ts'
import { connectTable, type TableConnection, type TableLayout } from '../../sources/workbook.ts'
import type { Row } from '../../workbook/cell.ts'
import { openWorkbook } from '../../workbook/open-workbook.ts'
import type { Sheet } from '../../workbook/opened-workbook.ts'
import type { JobContext } from '../context.ts'
import { type AskedLayout, type PinnedLayout, pinnedLayout, type SheetTop } from './asked-layout.ts'
import { BOOKS, type Book, type BookId, SENT_BOOK_LIMITS } from './book.ts'

/** A workbook that somebody sent, as it lies for the time being: alone in its folder. */
export interface SentBook {
  readonly book: BookId
  readonly folder: string
  readonly name: string
  /** Where the sender points, in place of what is configured. */
  readonly layout: AskedLayout
}

/** What a sent workbook says, and whether a collection of it would be held. */
export interface BookPreview {
  readonly format: 'xlsx' | 'csv'
  readonly hash: string
  readonly bytes: number
  readonly tops: readonly SheetTop[]
  readonly pinned: PinnedLayout
  /** Null where no table was found; `fault` then tells why. */
  readonly layout: TableLayout | null
  readonly fault: AppError | null
  readonly records: number
  /** The first records. */
  readonly shown: readonly ShownRecord[]
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  /** Records of the last delivery that was accepted; null where there was none. */
  readonly acceptedBefore: number | null
  readonly holds: readonly Hold[]
}

/** A record as it was read, and where. */
export interface ShownRecord {
  readonly place: string
  readonly fields: Readonly<Record<string, string | null>>
}

type PreviewContext = Pick<JobContext, 'database' | 'settings' | 'now'>

const SHOWN_RECORDS = 20
const MOST_SHEETS = 20

/** Reads a sent workbook as a collection would, and keeps nothing. Throws what keeps it from being read at all. */
export async function previewBook(context: PreviewContext, sent: SentBook): Promise<BookPreview> {
  const { settings, database, now } = context
  const { format, hash, bytes, tops } = await openedTops(`${sent.folder}/${sent.name}`)
  const book = BOOKS[sent.book]
  const pinned = pinnedFor(sent, tops)
  const place = { folder: sent.folder, file: sent.name }
  const request = book.request(settings, { ...book.settings(settings), ...pinned, ...place })
  const read = await readTable(book, { ...request, limits: SENT_BOOK_LIMITS })
  const collections = collectionStore(database)
  const day = dayIn(settings.timeZone, now())
  const acceptedBefore = await collections.lastAccepted(sent.book, day)
  const found = { source: sent.book, records: read.records, acceptedBefore }
  const holds = read.fault === null ? holdsOf(found, settings.guards.shrink) : []
  return { format, hash, bytes, tops, pinned, ...read, acceptedBefore, holds }
}

function pinnedFor({ book, layout }: SentBook, tops: readonly SheetTop[]): PinnedLayout {
  const known = BOOKS[book].columns.map(({ name }) => name)
  const unknown = Object.keys(layout.columns ?? {}).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw badColumns({
      en: `${unknown.join(', ')}: not among ${known.join(', ')}`,
      es: `${unknown.join(', ')}: no está entre ${known.join(', ')}`,
    })
  const found = pinnedLayout(layout, tops)
  if (found.kind === 'pinned') return found.pinned
  const headings = found.headings.join(', ')
  throw badColumns({
    en: `no row has the headings ${headings}`,
    es: `ninguna fila tiene los encabezados ${headings}`,
  })
}

function badColumns(message: { readonly en: string; readonly es: string }): AppError {
  return new AppError('request.invalid', { faults: [{ place: 'query.columns', message }] })
}

async function openedTops(file: string) {
  const workbook = await openWorkbook(file, SENT_BOOK_LIMITS)
  try {
    const tops: SheetTop[] = []
    for (const sheet of workbook.sheets.slice(0, MOST_SHEETS)) tops.push(await topOf(sheet))
    const { format, hash, bytes } = workbook
    return { format, hash, bytes, tops }
  } finally {
    await workbook.close()
  }
}

async function topOf(sheet: Sheet): Promise<SheetTop> {
  const rows: Row[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch.filter(({ number }) => number <= HEADER_SEARCH_ROWS))
    if ((batch.at(-1)?.number ?? 0) >= HEADER_SEARCH_ROWS) break
  }
  return { name: sheet.name, rows }
}

type TableRead = Pick<
  BookPreview,
  'layout' | 'fault' | 'records' | 'shown' | 'rejections' | 'notes'
>

/** A header that is not there, or twice, is what pointing is for: it is told and not thrown. */
async function readTable(
  book: Book,
  request: Parameters<typeof connectTable>[0] & { readonly settings: RegisterSettings },
): Promise<TableRead> {
  const nothing = { layout: null, records: 0, shown: [], rejections: [], notes: [] }
  let connection: TableConnection
  try {
    connection = await connectTable(request)
  } catch (error) {
    if (error instanceof AppError && POINTABLE.has(error.code)) return { ...nothing, fault: error }
    throw error
  }
  try {
    return { ...(await readRows(book, connection)), layout: connection.layout, fault: null }
  } finally {
    await connection.close()
  }
}

const POINTABLE: ReadonlySet<string> = new Set([
  ...['workbook.no-header', 'workbook.header-unclear', 'workbook.sheet-not-found'],
])

async function readRows({ record }: Book, connection: TableConnection) {
  const rejections: Rejection[] = []
  const shown: ShownRecord[] = []
  let records = 0
  for await (const batch of connection.rows()) {
    for (const delivered of batch) {
      const { data, error } = record.safeParse(delivered.row)
      if (error) rejections.push(rejectionOf(delivered, error.issues[0]))
      if (data === undefined) continue
      records += 1
      if (shown.length < SHOWN_RECORDS)
        shown.push({ place: delivered.place, fields: textsOf(data) })
    }
  }
  return { records, rejections, shown, notes: connection.notes() }
}

/** Its texts, but for the places they stand at. */
function textsOf(record: object): Record<string, string | null> {
  const told = Object.entries(record).filter(([name]) => !/place$/iu.test(name))
  return Object.fromEntries(
    told.map(([name, value]) => [name, value === null ? null : String(value)]),
  )
}
