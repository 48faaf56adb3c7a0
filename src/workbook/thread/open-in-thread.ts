import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../lib/errors.ts'
import type { Row } from '../cell.ts'
import type { OpenedWorkbook, Sheet } from '../opened-workbook.ts'
import type { Asked, Told, ToldEnd, ToldFailure, ToldOpened, ToldRows } from './message.ts'
import { unpackRows } from './packed-rows.ts'

const THREAD = new URL('./workbook-thread.ts', import.meta.url)
/** Batches asked for before the first of them is taken; so many may wait, and no more. */
const ASKED_AHEAD = 4

/**
 * As `openWorkbook`, but read by a thread of its own, while this one does other things. Starting it
 * takes about a tenth of a second: worth while for large files only.
 */
export async function openInThread(file: string): Promise<OpenedWorkbook> {
  const thread = startThread(file)
  try {
    const { workbook, sheets } = await thread.opened()
    const read = sheetReader(thread)
    return {
      ...{ file, ...workbook },
      sheets: sheets.map((sheet, index) => read(sheet, index)),
      close: thread.end,
    }
  } catch (error) {
    await thread.end()
    throw error
  }
}

/** Sheets as the thread reads them, one reading at a time. */
function sheetReader(thread: Thread) {
  let readings = 0
  return (about: ToldOpened['sheets'][number], sheet: number): Sheet => {
    let declared: number | null = null
    let merges: readonly string[] = []
    async function* rows(only?: ReadonlySet<number>): AsyncGenerator<readonly Row[]> {
      readings += 1
      const asked: Asked = { reading: readings, sheet, only }
      for (let ahead = 0; ahead < ASKED_AHEAD; ahead++) thread.ask(asked)
      for (;;) {
        const told = await thread.answer(asked.reading)
        declared = told.declaredRows
        if (told.kind === 'end') {
          merges = told.merges
          return
        }
        thread.ask(asked)
        yield unpackRows(told.rows)
      }
    }
    return { ...about, rows, merges: () => merges, declaredRows: () => declared }
  }
}

interface Thread {
  opened(): Promise<ToldOpened>
  ask(asked: Asked): void
  /** The next answer of a reading; what is left of those before it is passed over. */
  answer(reading: number): Promise<ToldRows | ToldEnd>
  end(): Promise<void>
}

function startThread(file: string): Thread {
  const worker = new Worker(THREAD, { workerData: file })
  const messages = on(worker, 'message', { close: ['exit'] }) // throws what ends the thread

  async function hear(): Promise<Told> {
    const { done, value } = await messages.next()
    if (done) throw new Error(`the thread that reads ${file} has ended`)
    return value[0] as Told // the thread is ours and posts nothing else
  }

  async function answer(reading: number): Promise<ToldRows | ToldEnd> {
    for (;;) {
      const told = await hear()
      if (told.kind === 'opened' || told.reading !== reading) continue
      return told.kind === 'failure' ? fail(told) : told
    }
  }

  return {
    opened: async () => {
      const told = await hear()
      if (told.kind === 'opened') return told
      return told.kind === 'failure' ? fail(told) : Promise.reject(new Error(told.kind))
    },
    ask: (asked) => worker.postMessage(asked),
    answer,
    end: async () => {
      await worker.terminate()
      await messages.return?.()
    },
  }
}

function fail({ code, details }: ToldFailure): never {
  throw new AppError(code, details)
}
