import {
  type ReportContext,
  type WrittenPart,
  type WrittenReport,
  writeReport,
  writeSplitReports,
} from '../reports/write-report.task.ts'
import type { JobContext } from './context.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'

/** What a report shall be on, where it goes, and by what it is split as well. */
export interface ReportOrder {
  readonly planId: number
  readonly folder: string
  readonly splitBy: 'municipality' | 'building' | null
}

export interface ReportSummary {
  readonly report: WrittenReport
  /** One workbook for each office; none when it was not split. */
  readonly parts: readonly WrittenPart[]
}

/** Writes the report on a plan, and one for each office where that is asked for. */
export function reportOn(context: JobContext, order: ReportOrder) {
  return runRecorded<ReportSummary>(context, 'report', async (handle) => ({
    state: 'agreed',
    summary: await writeReports(context, handle, order),
  }))
}

export async function writeReports(
  context: JobContext,
  { progress }: RunHandle,
  { planId, folder, splitBy: by }: ReportOrder,
): Promise<ReportSummary> {
  const { database, language, now, settings } = context
  const writing: ReportContext = {
    database,
    progress,
    language,
    now,
    timeZone: settings.timeZone,
  }
  return {
    report: await writeReport(writing, { planId, folder }),
    parts: by === null ? [] : await writeSplitReports(writing, { planId, folder, by }),
  }
}
