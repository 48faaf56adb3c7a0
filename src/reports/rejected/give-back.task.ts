import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { RejectedRow } from '../../events/accept/rejected-file.ts'
import { isGzip } from '../../events/parse/bytes/gunzip.ts'
import type { Language } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import { markWorkbook } from '../../workbook/mark/mark-workbook.ts'
import { makeFolder } from '../make-folder.task.ts'
import { freeName } from './free-name.ts'
import { rejectedCsv } from './rejected-csv.task.ts'
import { type RejectedCell, rejectedCells, rejectedSummary } from './rejected-marks.ts'

/** A file of events of which rows were refused. */
export interface RejectedFile {
  /** What its sender calls it. */
  readonly name: string
  /** Its refused rows; read twice. */
  rows(): AsyncIterable<RejectedRow>
  /** The file itself, which is copied where it is a workbook. */
  content(): AsyncIterable<Uint8Array>
}

/** What was given back. */
export interface GivenBack {
  readonly rows: number
  /** The refused rows with the reason beside each, as CSV: to be corrected and sent again as it is. */
  readonly csv: string
  /** A copy of the workbook with the refused cells marked; null where the file is none. */
  readonly marked: string | null
}

const [REJECTED, MARKED] = ['.rejected.csv', '.marked.xlsx']
const ENDINGS = [REJECTED, MARKED]
/** A workbook of which more is wrong is not corrected cell by cell. */
const MOST_MARKS = 10_000

/**
 * Gives refused rows back in a folder, under the name of the file they are of, or one like it where that
 * is taken: somebody may be correcting there. Throws `workbook.unwritable`.
 */
export async function giveBack(
  file: RejectedFile,
  folder: string,
  language: Language,
): Promise<GivenBack> {
  await makeFolder(folder)
  const stem = await freeStem(folder, basename(file.name, extname(file.name)))
  const csv = join(folder, stem + REJECTED)
  const { rows, cells } = await whole(csv, (part) => writeRows(file, part, language))
  if (cells.length === 0) return { rows, csv, marked: null }
  const marked = join(folder, stem + MARKED)
  await whole(marked, (target) => writeMarked(file, { target, cells }, language))
  return { rows, csv, marked }
}

async function freeStem(folder: string, stem: string): Promise<string> {
  const there = new Set(await readdir(folder))
  const isTaken = (name: string) => ENDINGS.some((ending) => there.has(name + ending))
  return freeName(stem, isTaken)
}

/** What is killed amid its writing leaves nothing under its name. */
async function whole<T>(target: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${target}.part`
  try {
    const written = await write(part)
    await rename(part, target)
    return written
  } finally {
    await rm(part, { force: true })
  }
}

async function writeRows(
  file: RejectedFile,
  csv: string,
  language: Language,
): Promise<{ rows: number; cells: RejectedCell[] }> {
  const out = await openToWrite(csv)
  const cells: RejectedCell[] = []
  let rows = 0
  try {
    const lines = rejectedCsv(
      () => file.rows(),
      language,
      (row) => {
        rows += 1
        if (cells.length < MOST_MARKS) cells.push(...rejectedCells(row, language))
      },
    )
    for await (const line of lines) await out.write(line)
  } finally {
    await out.close()
  }
  return { rows, cells }
}

async function writeMarked(
  { name, content }: RejectedFile,
  { target, cells }: { readonly target: string; readonly cells: readonly RejectedCell[] },
  language: Language,
): Promise<void> {
  const source = `${target}.part`
  try {
    const copy = (await openToWrite(source)).createWriteStream()
    if (await isPacked(content())) await pipeline(content, createGunzip(), copy)
    else await pipeline(content, copy)
    const summary = rejectedSummary(basename(name), cells, language)
    await markWorkbook({ source, target, marks: cells, summary })
  } finally {
    await rm(source, { force: true })
  }
}

/** A workbook may have been sent with gzip around it; that it is bounded was seen when it was read. */
async function isPacked(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const first of content) return isGzip(Buffer.from(first))
  return false
}

function openToWrite(file: string) {
  return open(file, 'w', 0o600).catch((cause: Error) => {
    throw new AppError('workbook.unwritable', { file, reason: cause.message }, { cause })
  })
}
