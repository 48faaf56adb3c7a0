import { realpath, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { type Language, say } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import { financeRegister } from '../sources/finance-register/finance-register.ts'
import { locations } from '../sources/locations/locations.ts'
import { cellText } from '../workbook/cell.ts'
import { markDelimited } from '../workbook/mark/mark-delimited.ts'
import type { DelimitedRow } from '../workbook/mark/mark-delimited-sheet.ts'
import { markWorkbook } from '../workbook/mark/mark-workbook.ts'
import { openWorkbook } from '../workbook/open-workbook.ts'
import type { OpenedWorkbook, Sheet } from '../workbook/opened-workbook.ts'
import { inputMarks, type MarkableDelivery, markSummary } from './input-marks.ts'
import { makeFolder } from './make-folder.task.ts'

/** The sources that people keep in workbooks of their own. */
const WORKBOOKS: readonly string[] = [financeRegister.id, locations.id]

/** A workbook that was looked through for cells to mark. */
export interface MarkedInput {
  readonly source: string
  /** The person's own workbook; it is only read. */
  readonly origin: string
  /** The marked copy; null when no cell of the workbook was refused or noted. */
  readonly file: string | null
  /** Cells that are marked. */
  readonly cells: number
}

/**
 * Writes, for each workbook among the deliveries, a copy with the refused and noted cells coloured
 * and commented, and a list of them in front. Throws `workbook.changed` for one that is no longer
 * the one that was read, `workbook.unwritable` when `folder` is where the workbooks are read from.
 */
export function markInputs(
  { progress, language }: { progress: Progress; language: Language },
  { deliveries, folder }: { deliveries: readonly MarkableDelivery[]; folder: string },
): Promise<MarkedInput[]> {
  return progress.step('mark-workbook', async (tick) => {
    const workbooks = deliveries.flatMap((delivery) => toMark(delivery, language))
    const taken = new Set<string>()
    const marked: MarkedInput[] = []
    for (const workbook of workbooks) {
      const cells = markedCells(workbook.marks)
      const file = cells === 0 ? null : await markInto(folder, { ...workbook, cells }, taken)
      marked.push({ source: workbook.delivery.source, origin: workbook.origin, file, cells })
      tick(marked.length, workbooks.length)
    }
    return marked
  })

  async function markInto(
    into: string,
    workbook: WorkbookToMark & { cells: number },
    taken: Set<string>,
  ): Promise<string> {
    await makeFolder(into)
    const target = join(into, freeName(basename(workbook.origin, extname(workbook.origin)), taken))
    await refuseInputFolder(workbook.origin, target)
    await writeCopy(workbook, { target, language })
    return target
  }
}

/** Writes one marked copy to `target`, also where no cell is to be marked; the list in front then says so. */
export function markCopy(
  delivery: MarkableDelivery & { readonly origin: string },
  { target, language }: { readonly target: string; readonly language: Language },
): Promise<void> {
  const { origin } = delivery
  const marks = inputMarks(delivery, { say: (phrase) => say(phrase, language) })
  const cells = markedCells(marks)
  return writeCopy({ delivery, origin, marks, cells }, { target, language })
}

function markedCells(marks: ReturnType<typeof inputMarks>): number {
  return new Set(marks.map(({ sheet, cell }) => `${sheet}!${cell}`)).size
}

interface WorkbookToMark {
  readonly delivery: MarkableDelivery
  readonly origin: string
  readonly marks: ReturnType<typeof inputMarks>
}

function toMark(delivery: MarkableDelivery, language: Language): WorkbookToMark[] {
  const { source, origin } = delivery
  if (origin === null || !WORKBOOKS.includes(source)) return []
  const marks = inputMarks(delivery, { say: (phrase) => say(phrase, language) })
  return [{ delivery, origin, marks }]
}

async function writeCopy(
  { delivery, origin, marks, cells }: WorkbookToMark & { cells: number },
  { target, language }: { target: string; language: Language },
): Promise<void> {
  const speaker = { say: (phrase: Parameters<typeof say>[0]) => say(phrase, language) }
  const summary = markSummary(delivery, { title: basename(origin), cells }, speaker)
  await withUnchanged(delivery, origin, async (workbook) => {
    const [sheet] = workbook.sheets
    if (workbook.format === 'xlsx') await markWorkbook({ source: origin, target, marks, summary })
    else if (sheet) {
      await markDelimited({ target, sheet: sheet.name, rows: delimited(sheet), marks, summary })
    }
  })
  // What is marked is read by name once more, so somebody may have saved over it meanwhile.
  await withUnchanged(delivery, origin, async () => {}).catch(async (error: unknown) => {
    await rm(target, { force: true })
    throw error
  })
}

async function withUnchanged(
  { inputHash }: MarkableDelivery,
  origin: string,
  work: (workbook: OpenedWorkbook) => Promise<void>,
): Promise<void> {
  const workbook = await openWorkbook(origin)
  try {
    if (workbook.hash !== inputHash) throw new AppError('workbook.changed', { file: origin })
    await work(workbook)
  } finally {
    await workbook.close()
  }
}

async function* delimited(sheet: Sheet): AsyncGenerator<DelimitedRow> {
  for await (const batch of sheet.rows()) {
    for (const { number, cells } of batch) yield { number, cells: Array.from(cells, cellText) }
  }
}

/** A copy beside the workbooks would be the newest that fits, and be read instead of them. */
async function refuseInputFolder(origin: string, target: string): Promise<void> {
  if ((await realpath(dirname(origin))) !== (await realpath(dirname(target)))) return
  throw new AppError('workbook.unwritable', {
    file: target,
    reason: 'input-folder',
  })
}

function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const free = `${name}-marked${number === 1 ? '' : `-${number}`}.xlsx`
    const key = free.normalize('NFKC').toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return free
  }
}
