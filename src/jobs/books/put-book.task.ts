import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { auditStore } from '../../access/audit/store.ts'
import { errorCode } from '../../db/system-error.ts'
import { AppError } from '../../lib/errors.ts'
import { freeName } from '../../reports/rejected/free-name.ts'
import { voiceOf } from '../../reports/voice.ts'
import { fittingTableFile } from '../../sources/table-file.ts'
import { newestFile } from '../../sources/workbook.ts'
import type { JobContext } from '../context.ts'
import { BOOKS } from './book.ts'
import { bookFileName } from './book-file-name.ts'
import { type BookPreview, previewBook, type SentBook } from './preview-book.task.ts'

/** A workbook that was put where its source reads it. */
export interface PutBook extends BookPreview {
  /** What it is called there. */
  readonly putAs: string
  /** Whether a collection would read this one now; false where another is newer. */
  readonly isNewest: boolean
}

/**
 * Puts a sent workbook into the folder of its source, whole and beside whatever lies there; the trail of access says
 * who did it. Nothing is put of which no table can be read. Throws `book.no-free-name`, `workbook.unwritable`.
 */
export async function putBook(context: JobContext, sent: SentBook): Promise<PutBook> {
  const preview = await previewBook(context, sent)
  if (preview.fault !== null) throw preview.fault
  const { folder, file: pattern } = BOOKS[sent.book].settings(context.settings)
  const stamp = voiceOf('en', context.settings.timeZone).at(context.now()).replaceAll(':', '')
  const name = bookFileName({ pattern, sent: sent.name, stamp, ending: preview.format })
  const taken = await namesIn(folder)
  const isTaken = (one: string) => taken.has(one.toLowerCase())
  const putAs = name === null ? null : freeName(name, isTaken)
  if (putAs === null || !fittingTableFile(pattern)(putAs)) {
    const reason = isTaken(pattern) ? 'name-taken' : 'no-fitting-name'
    throw new AppError('book.no-free-name', { book: sent.book, pattern, reason })
  }
  await place(join(sent.folder, sent.name), folder, putAs)
  const { hash, bytes, records } = preview
  const details = { file: putAs, sentAs: sent.name, hash, bytes, records }
  const news = { actor: context.who.actor, action: 'book.put', about: sent.book, details }
  await auditStore(context.database).add(news, context.now())
  const { file } = await newestFile({ folder, file: pattern })
  return { ...preview, putAs, isNewest: file === join(folder, putAs) }
}

async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  const made = mkdir(folder, { recursive: true })
  const names = await made
    .then(() => readdir(folder))
    .catch((error: unknown) => {
      throw unwritable(folder, error)
    })
  return new Set(names.map((name) => name.toLowerCase()))
}

/** Copies it under a name that nobody reads, and gives it its own only when it is whole and on disk. */
async function place(from: string, folder: string, name: string): Promise<void> {
  const target = join(folder, name)
  const unfinished = join(folder, `.${randomUUID()}.part`)
  try {
    const handle = await open(unfinished, 'wx', 0o640)
    try {
      await pipeline(createReadStream(from), handle.createWriteStream({ flush: true }))
    } finally {
      await handle.close().catch(() => {}) // the stream closes it where it could be written
    }
    await named(unfinished, target)
  } catch (error) {
    throw unwritable(target, error)
  } finally {
    await rm(unfinished, { force: true }).catch(() => {}) // where it may not be written it may not be removed
  }
}

/** A link never takes the place of another file; where a disk has none, the name was free a moment ago. */
async function named(unfinished: string, target: string): Promise<void> {
  try {
    await link(unfinished, target)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(errorCode(error) ?? '')) throw error
    await rename(unfinished, target)
  }
}

function unwritable(file: string, error: unknown): unknown {
  if (errorCode(error) === null) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError('workbook.unwritable', { file, reason }, { cause: error })
}
