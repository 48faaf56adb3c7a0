import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { cellPlace, columnLetters } from '../lib/cell-address.ts'
import { AppError } from '../lib/errors.ts'
import { BLANK, cellText, type Row } from '../workbook/cell.ts'
import { openWorkbook } from '../workbook/open-workbook.ts'
import type { OpenedWorkbook, Sheet } from '../workbook/opened-workbook.ts'
import type { WorkbookLimits } from '../workbook/workbook-limits.ts'
import type { RegisterSettings } from './register-settings.ts'
import type { Connection, DeliveredRow, SourceNote } from './source.ts'
import { isBlankCell, type PlacedCell } from './table-cell.ts'
import { fittingTableFile } from './table-file.ts'
import {
  findHeader,
  HEADER_SEARCH_ROWS,
  headingPlaces,
  type TableHeader,
  type WantedColumn,
} from './table-header.ts'
import { tableNotes } from './table-notes.ts'

/** What a source wants of a workbook. */
export interface TableRequest {
  readonly settings: RegisterSettings
  readonly columns: readonly WantedColumn[]
  /** Added to every delivered row beside its cells. */
  readonly extras?: Readonly<Record<string, unknown>>
  /** Bounds of the file, the usual ones unless given. */
  readonly limits?: WorkbookLimits
}

/** Where in a workbook a table was found. */
export interface TableLayout {
  readonly sheet: string
  /** 1-based. */
  readonly headerRow: number
  readonly columns: readonly LaidColumn[]
}

/** A column of the table: what we call it, where it stands, and what stands above it. */
export interface LaidColumn {
  readonly name: string
  readonly letters: string
  readonly heading: string
}

/** An open workbook, and where its table was found. */
export interface TableConnection extends Connection {
  readonly layout: TableLayout
}

/** Opens the newest workbook that fits, finds its table, and delivers its rows cell by cell. */
export async function connectTable(request: TableRequest): Promise<TableConnection> {
  const { file, ignored } = await newestFile(request.settings)
  const workbook = await openWorkbook(file, request.limits)
  try {
    const notes: SourceNote[] = ignored.map((other) => note('other-files-ignored', other, ''))
    if (workbook.date1904) notes.push(note('date1904', file, ''))
    const found = await findTable(workbook, request)
    const { sheet, header, others } = found
    if (sheet !== workbook.sheets[0]) notes.push(note('other-sheet-used', file, sheet.name))
    for (const other of others) notes.push(note('other-sheets-ignored', file, other.name))
    const delivery = { sheet, header, request, notes: [] }
    notes.push(...missingColumns(delivery))
    return {
      origin: { name: file, hash: workbook.hash, bytes: workbook.bytes },
      layout: layoutOf(found),
      expected: () => expectedRows(delivery),
      rows: () => deliver(delivery),
      notes: () => [...notes, ...delivery.notes],
      close: () => workbook.close(),
    }
  } catch (error) {
    await workbook.close()
    throw error
  }
}

function layoutOf({ sheet, header, headings }: FoundTable): TableLayout {
  const columns = [...header.columns].map(([name, at]) => {
    return { name, letters: columnLetters(at), heading: cellText(headings?.cells[at]) }
  })
  return { sheet: sheet.name, headerRow: header.row, columns }
}

/** Rows below the header, going by what the sheet says of itself. */
function expectedRows({ sheet, header }: { sheet: Sheet; header: TableHeader }): number | null {
  const last = sheet.declaredRows()
  return last === null ? null : Math.max(0, last - header.row)
}

function note(code: SourceNote['code'], place: string, detail: string): SourceNote {
  return { code, place, detail }
}

/** The file that fits a setting and was changed last, and those it stands before. Throws `workbook.not-found`. */
export async function newestFile(settings: Pick<RegisterSettings, 'folder' | 'file'>) {
  const { folder } = settings
  const names = await namesIn(folder)
  const fitting = names.filter(fittingTableFile(settings.file))
  const aged = await Promise.all(
    fitting.map(async (name) => ({ name, at: await changedAt(join(folder, name)) })),
  )
  const [newest, ...others] = aged
    .flatMap(({ name, at }) => (at === null ? [] : [{ name, at }]))
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  if (!newest) {
    const inFolder = names.toSorted().slice(0, 20)
    throw new AppError('workbook.not-found', { file: join(folder, settings.file), inFolder })
  }
  return { file: join(folder, newest.name), ignored: others.map(({ name }) => join(folder, name)) }
}

/** When a file was last changed; null for a folder, and for a file that has gone meanwhile. */
async function changedAt(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? found.mtimeMs : null
}

/** A folder that is not there holds nothing; one that may not be read is a failure. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code, message: reason } = error as NodeJS.ErrnoException // what the file system throws
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw new AppError('workbook.unreadable', { file: folder, reason }, { cause: error })
  }
}

interface FoundTable {
  readonly sheet: Sheet
  readonly header: TableHeader
  /** The row of the header. */
  readonly headings: Row | undefined
  /** Sheets after it that hold such a table as well. */
  readonly others: readonly Sheet[]
}

/** The pinned sheet, or the first whose header is there. */
async function findTable(
  workbook: OpenedWorkbook,
  { settings, columns }: TableRequest,
): Promise<FoundTable> {
  const candidates = workbook.sheets.filter(
    (sheet) => settings.sheet === undefined || sheet.name === settings.sheet,
  )
  const [first] = candidates
  if (!first) {
    const sheets = workbook.sheets.map((sheet) => sheet.name)
    throw new AppError('workbook.sheet-not-found', {
      file: workbook.file,
      sheet: settings.sheet ?? '',
      sheets,
    })
  }
  let missing: readonly string[] = columns.filter((c) => c.required).map((c) => c.name)
  for (const [at, sheet] of candidates.entries()) {
    const rows = await firstRows(sheet, settings.headerRow)
    const search = findHeader(rows, columns, settings)
    if (search.kind === 'found') {
      const { header } = search
      const others = await tablesAmong(candidates.slice(at + 1), columns)
      return { sheet, header, headings: rows.find(({ number }) => number === header.row), others }
    }
    if (search.kind === 'unclear') throw unclear(workbook, sheet, search)
    if (search.missing.length < missing.length) missing = search.missing
  }
  throw new AppError('workbook.no-header', {
    file: workbook.file,
    sheet: first.name,
    missing: [...missing],
    rowsSearched: Math.max(HEADER_SEARCH_ROWS, settings.headerRow ?? 0),
  })
}

async function tablesAmong(sheets: readonly Sheet[], columns: readonly WantedColumn[]) {
  const found: Sheet[] = []
  for (const sheet of sheets) {
    if (findHeader(await firstRows(sheet), columns).kind === 'found') found.push(sheet)
  }
  return found
}

function unclear(
  workbook: OpenedWorkbook,
  sheet: Sheet,
  search: { row: number; column: string; at: readonly number[] },
): AppError {
  return new AppError('workbook.header-unclear', {
    file: workbook.file,
    place: `${sheet.name}!${search.row}`,
    column: search.column,
    places: headingPlaces(search.row, search.at),
  })
}

async function firstRows(sheet: Sheet, headerRow = 0): Promise<Row[]> {
  const last = Math.max(HEADER_SEARCH_ROWS, headerRow)
  const rows: Row[] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch.filter((row) => row.number <= last))
    if ((batch.at(-1)?.number ?? 0) >= last) break
  }
  return rows
}

interface Delivery {
  readonly sheet: Sheet
  readonly header: TableHeader
  readonly request: TableRequest
  /** Of the last reading that came to its end. */
  notes: readonly SourceNote[]
}

function missingColumns({ sheet, header, request }: Delivery): SourceNote[] {
  return request.columns
    .filter(({ name }) => !header.columns.has(name))
    .map(({ name, headings: [heading = name] }) =>
      note('column-missing', `${sheet.name}!${header.row}`, heading),
    )
}

async function* deliver(delivery: Delivery): AsyncIterable<readonly DeliveredRow[]> {
  const { sheet, header, request } = delivery
  const { emptyWords } = request.settings
  const required = request.columns.filter((column) => column.required)
  const blank = { rows: 0, first: '' }
  const odd = tableNotes({ sheet: sheet.name, header, columns: request.columns, emptyWords })
  const wanted = new Set(header.columns.values())
  for await (const batch of sheet.rows(wanted)) {
    const rows: DeliveredRow[] = []
    for (const row of batch) {
      if (row.number <= header.row) continue
      const place = `${sheet.name}!${row.number}`
      const cells = placedCells(sheet.name, row, header)
      if (required.every(({ name }) => isBlankCell(cells[name]?.cell))) {
        blank.first ||= place
        blank.rows += 1
        continue
      }
      odd.add(row)
      rows.push({ place, row: { ...cells, emptyWords, ...request.extras } })
    }
    if (rows.length > 0) yield rows
  }
  delivery.notes = [
    ...(blank.rows > 0 ? [note('blank-rows', blank.first, String(blank.rows))] : []),
    ...odd.notes(sheet.merges()),
  ]
}

function placedCells(sheet: string, row: Row, header: TableHeader): Record<string, PlacedCell> {
  const cells: Record<string, PlacedCell> = {}
  for (const [name, column] of header.columns) {
    const cell = row.cells[column] ?? BLANK
    cells[name] = { cell, place: cellPlace(sheet, column, row.number) }
  }
  return cells
}
