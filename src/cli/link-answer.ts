import type { App } from '../app.ts'
import type { LinkSummary } from '../jobs/fleet/link-machines.task.ts'
import type { TaskResult } from '../jobs/record-run.ts'
import type { Answer } from './answer.ts'
import { linkLines } from './lines/link-lines.ts'

/** What link and unlink answer: what was said of which records, and how all were matched by it. */
export function linkAnswer(
  { language }: Pick<App, 'language'>,
  { run, state, summary }: TaskResult<LinkSummary> & { readonly run: number },
): Answer {
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: linkLines(summary, language),
  }
}
