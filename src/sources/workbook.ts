import { readdir, stat } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { cellPlace } from '../lib/cell-address.ts'
import { AppError } from '../lib/errors.ts'
import { BLANK, type Row } from '../workbook/cell.ts'
import { openWorkbook } from '../workbook/open-workbook.ts'
import type { OpenedWorkbook, Sheet } from '../workbook/opened-workbook.ts'
import type { RegisterSettings } from './register-settings.ts'
import type { Connection, DeliveredRow, SourceNote } from './source.ts'
import type { PlacedCell } from './table-cell.ts'
import {
  findHeader,
  HEADER_SEARCH_ROWS,
  headingPlaces,
  type TableHeader,
  type WantedColumn,
} from './table-header.ts'

/** What a source wants of a workbook. */
export interface TableRequest {
  readonly settings: RegisterSettings
  readonly columns: readonly WantedColumn[]
  /** Added to every delivered row beside its cells. */
  readonly extras?: Readonly<Record<string, unknown>>
}

/** Opens the newest workbook that fits, finds its table, and delivers its rows cell by cell. */
export async function connectTable(request: TableRequest): Promise<Connection> {
  const { file, ignored } = await newestFile(request.settings)
  const workbook = await openWorkbook(file)
  try {
    const notes: SourceNote[] = ignored.map((other) => note('other-files-ignored', file, other))
    if (workbook.date1904) notes.push(note('date1904', file, ''))
    const { sheet, header } = await findTable(workbook, request)
    if (sheet !== workbook.sheets[0]) notes.push(note('other-sheet-used', file, sheet.name))
    return {
      origin: { name: file, hash: workbook.hash, bytes: workbook.bytes },
      rows: () => deliver({ sheet, header, request, notes }),
      notes: () => notes,
      close: () => workbook.close(),
    }
  } catch (error) {
    await workbook.close()
    throw error
  }
}

function note(code: SourceNote['code'], place: string, detail: string): SourceNote {
  return { code, place, detail }
}

async function newestFile(settings: RegisterSettings) {
  const names = await readdir(settings.folder).catch(() => [])
  const pattern = settings.file.toLowerCase()
  const fitting = names.filter(
    (name) => matchesGlob(name.toLowerCase(), pattern) && !/^(~\$|\.)/u.test(name),
  )
  const aged = await Promise.all(
    fitting.map(async (name) => ({ name, at: (await stat(join(settings.folder, name))).mtimeMs })),
  )
  const [newest, ...others] = aged.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  if (!newest) {
    throw new AppError('workbook.not-found', {
      file: join(settings.folder, settings.file),
      inFolder: names.slice(0, 20),
    })
  }
  return { file: join(settings.folder, newest.name), ignored: others.map((each) => each.name) }
}

/** The pinned sheet, or the first whose header is there. */
async function findTable(workbook: OpenedWorkbook, { settings, columns }: TableRequest) {
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
  for (const sheet of candidates) {
    const search = findHeader(await firstRows(sheet, settings.headerRow), columns, settings)
    if (search.kind === 'found') return { sheet, header: search.header }
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
  readonly notes: SourceNote[]
}

async function* deliver(delivery: Delivery): AsyncIterable<readonly DeliveredRow[]> {
  const { sheet, header, request } = delivery
  let blankRows = 0
  for await (const batch of sheet.rows()) {
    const rows: DeliveredRow[] = []
    for (const row of batch) {
      if (row.number <= header.row) continue
      const cells = placedCells(sheet.name, row, header)
      const required = request.columns.filter((column) => column.required)
      if (required.every((column) => cells[column.name]?.cell.kind === 'blank')) blankRows += 1
      else rows.push({ place: `${sheet.name}!${row.number}`, row: { ...cells, ...request.extras } })
    }
    if (rows.length > 0) yield rows
  }
  if (blankRows > 0) delivery.notes.push(note('blank-rows', sheet.name, String(blankRows)))
}

function placedCells(sheet: string, row: Row, header: TableHeader): Record<string, PlacedCell> {
  const cells: Record<string, PlacedCell> = {}
  for (const [name, column] of header.columns) {
    const cell = row.cells[column] ?? BLANK
    cells[name] = { cell, place: cellPlace(sheet, column, row.number) }
  }
  return cells
}
