import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import type { Language } from '../language/language.ts'
import type { Progress, Tick } from '../lib/progress.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import { makeFolder } from './make-folder.task.ts'
import { partFileNames, reportFileName } from './report-file-name.ts'
import {
  type ReportPart,
  type Scope,
  type SplitBy,
  splitReport,
  wholeReport,
} from './report-part.ts'
import { reportSheets } from './report-sheets.ts'
import { reportStore } from './store.ts'
import { type Voice, voiceOf } from './voice.ts'

/** What writing a report needs; nothing of it can write to another system. */
export interface ReportContext {
  readonly database: Database
  readonly progress: Progress
  readonly language: Language
  /** IANA time zone whose clock the report tells. */
  readonly timeZone: string
  readonly now: () => Date
}

/** A report as written. */
export interface WrittenReport {
  readonly plan: number
  readonly file: string
  /** Rows by sheet, the summary left out. */
  readonly rows: Readonly<Record<string, number>>
}

/** One workbook of a split report, and the municipality or building it is for; null: none known. */
export interface WrittenPart extends WrittenReport {
  readonly value: string | null
}

/** Writes the report on a plan into `folder`, which is made if need be. Throws `plan.not-found`. */
export function writeReport(
  context: ReportContext,
  { planId, folder }: { planId: number; folder: string },
): Promise<WrittenReport> {
  return context.progress.step('write-report', async (tick) => {
    const voice = voiceOf(context.language, context.timeZone)
    const whole = wholeReport(await reportStore(context.database).get(planId), voice)
    await makeFolder(folder)
    const file = join(folder, reportFileName(planId))
    return writePart({ part: whole, file, voice, now: context.now() }, tick)
  })
}

/**
 * Writes one workbook for each municipality or building that a plan's report speaks of, and one for
 * what belongs to none; together they hold every row of the report once.
 */
export function writeSplitReports(
  context: ReportContext,
  { planId, folder, by }: { planId: number; folder: string; by: SplitBy },
): Promise<WrittenPart[]> {
  return context.progress.step('write-report', async (tick) => {
    const voice = voiceOf(context.language, context.timeZone)
    const whole = wholeReport(await reportStore(context.database).get(planId), voice)
    const parts = splitReport(whole, by)
    const names = partFileNames(planId, parts.map(scopeOf))
    await makeFolder(folder)
    const written: WrittenPart[] = []
    for (const [index, part] of parts.entries()) {
      const file = join(folder, names[index] ?? '')
      const report = await writePart({ part, file, voice, now: context.now() }, () => {})
      written.push({ ...report, value: part.scope?.value ?? null })
      tick(written.length, parts.length)
    }
    return written
  })
}

function scopeOf({ scope }: ReportPart): Scope {
  if (scope === null) throw new Error('a part of a report belongs to a place')
  return scope
}

interface PartToWrite {
  readonly part: ReportPart
  readonly file: string
  readonly voice: Voice
  readonly now: Date
}

async function writePart(
  { part, file, voice, now }: PartToWrite,
  tick: Tick,
): Promise<WrittenReport> {
  const counts = part.lists.map(({ list, lines }) => [list.name, lines.length] as const)
  await writeWorkbook(file, reportSheets(part, voice, now))
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  tick(total, total)
  return { plan: part.data.plan.id, file, rows: Object.fromEntries(counts) }
}
