import { open, rename, rm } from 'node:fs/promises'
import { parse } from 'node:path'
import { errorCode } from '../db/system-error.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import { csvLines } from './fleet-csv.ts'
import type { FleetTable } from './fleet-table.ts'
import { voiceOf } from './voice.ts'

/** What is written, and to where. */
export interface FleetExport {
  /** Ends in `.csv`, `.xlsx` or `.json`. */
  readonly file: string
  /** As `--json` answers. */
  readonly document: unknown
  readonly tables: readonly FleetTable[]
}

/**
 * Writes what is known of the fleet: to `.json` as it is, to `.xlsx` with a sheet for each table, to
 * `.csv` the first table, with the others beside it under names of their own. Gives the files
 * written. Throws `command.bad-argument` for another kind of file, and `workbook.unwritable`.
 */
export async function exportFleet(
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
  { file, document, tables }: FleetExport,
): Promise<string[]> {
  switch (exportKind(file)) {
    case 'json':
      await writeWhole(file, [`${JSON.stringify(document, null, 2)}\n`])
      return [file]
    case 'xlsx': {
      const voice = voiceOf(language, timeZone)
      await writeWorkbook(
        file,
        tables.map((table) => table.sheet(voice)),
      )
      return [file]
    }
    case 'csv':
      return writeTables(file, tables)
  }
}

/** What kind of file a name asks for. Throws `command.bad-argument`. */
export function exportKind(file: string, argument = '--out'): 'csv' | 'json' | 'xlsx' {
  const ending = parse(file).ext.toLowerCase()
  if (ending === '.csv') return 'csv'
  if (ending === '.json') return 'json'
  if (ending === '.xlsx') return 'xlsx'
  const wanted = 'fleet.csv, fleet.xlsx, fleet.json'
  throw new AppError('command.bad-argument', { argument, value: file, wanted })
}

async function writeTables(file: string, tables: readonly FleetTable[]): Promise<string[]> {
  const written: string[] = []
  for (const table of tables) {
    const name = written.length === 0 ? file : besides(file, table.name)
    await writeWhole(name, csvLines(table))
    written.push(name)
  }
  return written
}

/** @example besides('/a/fleet.csv', 'bridges') // => '/a/fleet-bridges.csv' */
function besides(file: string, name: string): string {
  const ending = parse(file).ext
  return `${file.slice(0, file.length - ending.length)}-${name}${ending}`
}

/** How much text is gathered before it is written, in characters. */
const CHUNK = 1 << 16

/** Puts the text in place of `file` only when it is whole. */
async function writeWhole(file: string, lines: Iterable<string>): Promise<void> {
  const partial = `${file}.partial`
  try {
    const handle = await open(partial, 'w')
    try {
      let chunk = ''
      for (const line of lines) {
        chunk += line
        if (chunk.length < CHUNK) continue
        await handle.appendFile(chunk)
        chunk = ''
      }
      await handle.appendFile(chunk)
    } finally {
      await handle.close()
    }
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {}) // where it may not be written it may not be removed
    if (errorCode(error) === null) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('workbook.unwritable', { file, reason }, { cause: error })
  }
}
