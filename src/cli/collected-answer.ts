import type { App } from '../app.ts'
import type { CollectSummary } from '../jobs/fleet/collect-fleet.task.ts'
import type { TaskResult } from '../jobs/record-run.ts'
import type { Answer } from './answer.ts'
import { collectLines } from './lines/collect-lines.ts'

/** What a day taken in answers: every source with all that is wrong with it, and what was made of it. */
export function collectedAnswer(
  { language }: Pick<App, 'language'>,
  { run, state, summary }: TaskResult<CollectSummary> & { readonly run: number },
): Answer {
  const sources = summary.sources.map(({ failure, ...source }) => ({
    ...source,
    failure: failure && { code: failure.code, details: failure.details },
  }))
  return {
    ending: state,
    document: { run, state, ...summary, sources },
    lines: collectLines(summary, language),
  }
}
