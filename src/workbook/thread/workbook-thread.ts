import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../lib/errors.ts'
import type { Row } from '../cell.ts'
import { openWorkbook } from '../open-workbook.ts'
import type { OpenedWorkbook } from '../opened-workbook.ts'
import type { Asked, Told, ToldOpened } from './message.ts'
import { packRows } from './packed-rows.ts'

/** The thread itself: opens the file it was started with, and answers each question in its turn. */
const opening = openWorkbook(String(workerData))
let current: { reading: number; rows: AsyncIterator<readonly Row[]> } | null = null
let telling = tell(null, async () => opened(await opening))

parentPort?.on('message', (asked: Asked) => {
  telling = telling.then(() => tell(asked.reading, async () => answer(await opening, asked)))
})

function opened({ format, hash, bytes, date1904, sheets }: OpenedWorkbook): ToldOpened {
  return {
    kind: 'opened',
    workbook: { format, hash, bytes, date1904 },
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
  }
}

async function answer({ sheets }: OpenedWorkbook, asked: Asked): Promise<Told> {
  const { reading } = asked
  const sheet = sheets[asked.sheet]
  if (!sheet) throw new Error(`no sheet ${asked.sheet}`)
  if (current?.reading !== reading) {
    current = { reading, rows: sheet.rows(asked.only)[Symbol.asyncIterator]() }
  }
  const next = await current.rows.next()
  const declaredRows = sheet.declaredRows()
  if (next.done) return { kind: 'end', reading, declaredRows, merges: sheet.merges() }
  return { kind: 'rows', reading, declaredRows, rows: packRows(next.value) }
}

/** Tells what `say` comes to, or the named failure it ends in. */
async function tell(reading: number | null, say: () => Promise<Told>): Promise<void> {
  parentPort?.postMessage(await say().catch((error: unknown) => failure(reading, error)))
}

function failure(reading: number | null, error: unknown): Told {
  if (!(error instanceof AppError)) throw error
  return { kind: 'failure', reading, code: error.code, details: error.details }
}
