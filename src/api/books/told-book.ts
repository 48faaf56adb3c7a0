import { stringify } from 'yaml'
import type { z } from 'zod'
import type { previewBook } from '../../contract/books.ts'
import type { PinnedLayout } from '../../jobs/books/asked-layout.ts'
import { BOOKS, type BookId } from '../../jobs/books/book.ts'
import { failureOf } from '../../jobs/books/failure-of.ts'
import type { BookPreview } from '../../jobs/books/preview-book.task.ts'
import { NOTE_WORDS, REJECTION_WORDS } from '../../language/delivery-words.ts'
import { explain } from '../../language/error-words.ts'
import { heldCollectionWords } from '../../language/hold-words.ts'
import { type Language, say } from '../../language/language.ts'
import { AppError } from '../../lib/errors.ts'
import type { TableLayout } from '../../sources/workbook.ts'
import { cellText } from '../../workbook/cell.ts'
import type { SpooledFile } from '../spooled-file.ts'

type Reading = z.input<(typeof previewBook)['response']>

const MOST_FAULTS = 200
const SHOWN_ROWS = 20
const SHOWN_COLUMNS = 50
const SHOWN_CHARACTERS = 200

/** Of what is told: which book, which file, and in whose language. */
export interface Telling {
  readonly book: BookId
  readonly file: Pick<SpooledFile, 'name' | 'path'>
  readonly language: Language
}

/** What a sent workbook says, as its sender is told. */
export function toldBook(preview: BookPreview, { book, file, language }: Telling): Reading {
  const { format, bytes, hash, layout, records, rejections, shown, acceptedBefore } = preview
  const called = (place: string) => place.replaceAll(file.path, file.name)
  const faults = rejections.slice(0, MOST_FAULTS).map(({ place, code, raw }) => {
    return { place, code, raw, message: say(REJECTION_WORDS[code], language) }
  })
  return {
    ...{ book, file: file.name, format, bytes, hash, records, acceptedBefore },
    header: layout && toldHeader(layout),
    headerFault: preview.fault && toldFailure(failureOf(preview.fault, file), language),
    wanted: BOOKS[book].columns.map(({ name, required, headings }) => {
      return { name, required, headings: [...headings] }
    }),
    faults: { items: faults, total: rejections.length },
    notes: preview.notes.map(({ place, code, detail }) => ({
      ...{ place: called(place), code, detail: called(detail) },
      message: say(NOTE_WORDS[code], language),
    })),
    items: shown.map(({ place, fields }) => ({ place, fields: { ...fields } })),
    sheets: preview.tops.map(({ name, rows }) => ({
      name,
      rows: rows.slice(0, SHOWN_ROWS).map(({ number, cells }) => {
        const texts = Array.from(cells.slice(0, SHOWN_COLUMNS), cellText)
        return {
          row: number,
          cells: texts.map((text) => text.slice(0, SHOWN_CHARACTERS).toWellFormed()),
        }
      }),
    })),
    holds: preview.holds.map((hold) => {
      return { code: hold.code, message: say(heldCollectionWords(hold, null), language) }
    }),
    configuration: snippet(book, preview.pinned),
  }
}

export function toldHeader({ sheet, headerRow: row, columns }: TableLayout) {
  return { sheet, row, columns: columns.map((column) => ({ ...column })) }
}

/** A failure that is told as part of an answer. */
export function toldFailure(failure: unknown, language: Language) {
  if (!(failure instanceof AppError)) throw failure
  return { code: failure.code, message: explain(failure, language) }
}

function snippet(book: BookId, pinned: PinnedLayout): string | null {
  if (Object.keys(pinned).length === 0) return null
  return stringify({ sources: { [book]: pinned } })
}
