import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/use-words.ts'
import { RunFilters } from './run-filters.tsx'
import { RunList } from './run-list.tsx'
import { RUN_LIST } from './runs-words.ts'

/** What was run, by whom and how it ended; the newest first. */
export function RunsPage() {
  const say = useWords(RUN_LIST)
  return (
    <Page title={say.title}>
      <RunFilters />
      <RunList />
    </Page>
  )
}
