import type { JobContext } from '../jobs/context.ts'
import type { Language } from '../language/language.ts'
import { SILENT } from '../lib/progress.ts'
import type { Api } from './api.ts'
import type { Caller } from './caller.ts'

/** What a task works with on behalf of a caller: recorded in their name, told in their language. */
export function taskContext(
  { app }: Pick<Api, 'app'>,
  { caller, language }: { readonly caller: Caller | null; readonly language: Language },
): JobContext {
  const actor = caller?.name ?? app.who.actor
  return { ...app, progress: SILENT, language, who: { ...app.who, actor } }
}
