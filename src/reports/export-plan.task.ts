import { rename, rm, writeFile } from 'node:fs/promises'
import { AppError } from '../lib/errors.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { planStore } from '../reconcile/store.ts'
import { writeWorkbook } from '../workbook/write/write-workbook.ts'
import { changesListOf } from './lists.ts'
import { listSheet } from './report-sheets.ts'
import { reportStore } from './store.ts'
import { voiceOf } from './voice.ts'
import type { ReportContext } from './write-report.task.ts'

/** A plan as exported: the plan itself, its changes with their evidence, and what disagreed. */
const PLAN_FORMAT = 'muster-plan/2'

export type ExportContext = Pick<ReportContext, 'database' | 'language' | 'timeZone'>

/**
 * Writes a plan to a file for other programs (`.json`) or people (`.xlsx`, its changes alone).
 * Throws `plan.not-found`, and `command.bad-argument` for another kind of file.
 */
export async function exportPlan(
  context: ExportContext,
  { planId, file }: { planId: number; file: string },
): Promise<void> {
  const ending = /\.(json|xlsx)$/iu.exec(file)?.[1]?.toLowerCase()
  if (ending === 'json') return writeWhole(file, await planDocument(context, planId))
  if (ending === 'xlsx') return writeChanges(context, { planId, file })
  throw new AppError('command.bad-argument', {
    argument: 'FILE',
    value: file,
    wanted: 'plan.json, plan.xlsx',
  })
}

async function planDocument({ database }: Pick<ExportContext, 'database'>, planId: number) {
  const plans = planStore(database)
  const plan = await plans.get(planId)
  const changes = await plans.changes(planId)
  const { open: findings } =
    plan.kind === 'tags' ? await findingStore(database).aroundPlan(planId) : { open: [] }
  return `${JSON.stringify({ format: PLAN_FORMAT, plan, changes, findings }, null, 2)}\n`
}

async function writeChanges(
  { database, language, timeZone }: ExportContext,
  { planId, file }: { planId: number; file: string },
): Promise<void> {
  const voice = voiceOf(language, timeZone)
  const data = await reportStore(database).get(planId)
  const list = changesListOf(data.plan)
  await writeWorkbook(file, [listSheet({ list, lines: list.lines(data, voice) }, voice)])
}

/** Puts the text in place of `file` only when it is whole. */
async function writeWhole(file: string, text: string): Promise<void> {
  const partial = `${file}.partial`
  try {
    await writeFile(partial, text)
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {}) // where it may not be written it may not be removed
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('workbook.unwritable', { file, reason }, { cause: error })
  }
}
