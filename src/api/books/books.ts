import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { listBooks, markBook, previewBook, putBook } from '../../contract/books.ts'
import { SENT_BOOK_LIMITS } from '../../jobs/books/book.ts'
import { failureOf } from '../../jobs/books/failure-of.ts'
import { type StandingBook, listBooks as standingBooks } from '../../jobs/books/list-books.task.ts'
import { previewBook as readSent } from '../../jobs/books/preview-book.task.ts'
import { putBook as putSent } from '../../jobs/books/put-book.task.ts'
import type { Language } from '../../language/language.ts'
import { markCopy } from '../../reports/mark-inputs.task.ts'
import type { Api } from '../api.ts'
import { handle, handleFile } from '../handle.ts'
import { inTurn } from '../in-turn.ts'
import { takingFiles } from '../sent-file.ts'
import { type SpooledFile, spool, withSpooled } from '../spooled-file.ts'
import { taskContext } from '../task-context.ts'
import { toldBook, toldFailure, toldHeader } from './told-book.ts'

const mostBytes = SENT_BOOK_LIMITS.fileBytes

/** The workbooks of finance and of HR: what would be read, and what a person drops. */
export function bookRoutes(http: FastifyInstance, api: Api): void {
  const { app } = api
  const turn = inTurn() // each may hold the faults of a whole workbook in memory

  handle(http, listBooks, async ({ language }) => {
    const books = await turn(() => standingBooks(app))
    const items = books.map((book) => toldStanding(book, { now: app.now(), language }))
    return { items, total: items.length }
  })

  takingFiles(http, (scope) => {
    handle(scope, previewBook, ({ query, language, raw }) => {
      const { book, filename: said, ...layout } = query
      return withSpooled(raw, { said, mostBytes }, async (file) => {
        const preview = await turn(() => readSent(app, { ...file, book, layout }))
        return toldBook(preview, { book, file, language })
      })
    })

    handleFile(scope, markBook, async ({ query, language, raw }) => {
      const { book, filename: said, ...layout } = query
      const file = await spool(raw, { said, mostBytes })
      const marked = markedBook(file, async (target) => {
        const { hash, fault, ...read } = await readSent(app, { ...file, book, layout })
        if (fault !== null) throw fault
        const delivery = { ...read, source: book, origin: file.path, inputHash: hash }
        await markCopy(delivery, { target, language })
      })
      const stem = file.name.replace(/\.\w{1,5}$/u, '')
      return { fileName: `${stem}-marked.xlsx`, content: inTurnFirst(marked, turn) }
    })

    handle(
      scope,
      putBook,
      ({ params: { book }, query: { filename: said }, caller, language, raw }) =>
        withSpooled(raw, { said, mostBytes }, async (file) => {
          const context = taskContext(api, { caller, language })
          const put = await turn(() => putSent(context, { ...file, book, layout: {} }))
          const { putAs, isNewest } = put
          return { ...toldBook(put, { book, file, language }), putAs, isNewest }
        }),
    )
  })
}

/** The marked copy piece by piece; with its last piece it is gone, and so is what it was made of. */
async function* markedBook(
  file: SpooledFile,
  mark: (target: string) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  try {
    const target = join(file.folder, '.marked')
    await mark(target)
    yield* createReadStream(target)
  } catch (error) {
    throw failureOf(error, file)
  } finally {
    await file.remove()
  }
}

/** The first piece is made when it is our turn; sending the rest keeps nobody waiting. */
async function* inTurnFirst(
  pieces: AsyncGenerator<Uint8Array>,
  turn: ReturnType<typeof inTurn>,
): AsyncGenerator<Uint8Array> {
  const first = await turn(() => pieces.next())
  if (!first.done) yield first.value
  yield* pieces
}

function toldStanding(
  { book, settings, file, layout, fault }: StandingBook,
  { now, language }: { readonly now: Date; readonly language: Language },
) {
  const { folder, file: pattern, sheet = null, headerRow = null, columns } = settings
  const pins = Object.entries(columns ?? {}).flatMap(([name, at]) => (at ? [[name, at]] : []))
  return {
    ...{ book, folder, pattern },
    file: file && {
      ...{ ...file, changedAt: file.changedAt.toISOString() },
      ageSeconds: Math.max(0, Math.floor((now.getTime() - file.changedAt.getTime()) / 1000)),
    },
    pinned: { sheet, headerRow, columns: columns ? Object.fromEntries(pins) : null },
    header: layout && toldHeader(layout),
    fault: fault && toldFailure(fault, language),
  }
}
