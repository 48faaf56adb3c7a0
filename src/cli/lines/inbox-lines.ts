import type { InboxSummary } from '../../jobs/events/inbox.task.ts'
import { explain } from '../../language/error-words.ts'
import { type Language, say } from '../../language/language.ts'
import { ingestLines } from './ingest-lines.ts'
import { shownText } from './terminal-text.ts'

/** What came of the files of the inbox, and where each lies now. */
export function inboxLines({ files }: InboxSummary, language: Language): string[] {
  return files.flatMap(({ file, result, failure, givenBack, movedTo }) => {
    const told =
      result === null
        ? [shownText(file), ...(failure ? [shownText(`  ${explain(failure, language)}`)] : [])]
        : ingestLines({ file, result, givenBack }, language)
    const moved = { en: `Now in ${movedTo}`, es: `Ahora en ${movedTo}` }
    return [...told, shownText(`  ${say(moved, language)}`)]
  })
}
