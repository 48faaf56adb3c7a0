import type { App } from '../app.ts'
import type { applyChanges } from '../jobs/write-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import type { Answer } from './answer.ts'
import { SHOWN_ROWS, writingLines } from './lines/writing-lines.ts'

/** What apply and undo answer: counts, and the changes that were not written. */
export async function writingAnswer(
  app: App,
  { run, state, summary }: Awaited<ReturnType<typeof applyChanges>>,
): Promise<Answer> {
  const isWhole = Object.keys(summary.outcomes).every((kind) => kind === 'applied')
  const notWritten = isWhole
    ? []
    : await planStore(app.database).notWritten(summary.plan, SHOWN_ROWS)
  return {
    ending: state,
    document: { run, state, ...summary, notWritten },
    lines: writingLines(summary, notWritten, app.language),
  }
}
