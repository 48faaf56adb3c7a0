import { Link } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { SavedViews } from '../../ui/saved-views.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { DevicesFilters } from './devices-filters.tsx'
import { DevicesPanel } from './devices-panel.tsx'
import { DEVICES } from './devices-words.ts'
import { QuestionsPanel } from './questions-panel.tsx'

/** Every machine as each source lists it, as of any day kept; or the records only a person can tell apart. */
export function DevicesPage() {
  const say = useWords(DEVICES)
  const { filters } = useFilters()
  if (filters.view === 'questions') {
    return (
      <Page title={say.title} actions={<Link to="/devices">{say.allDevices}</Link>}>
        <QuestionsPanel />
      </Page>
    )
  }
  return (
    <Page title={say.title} actions={<SavedViews />}>
      <DevicesFilters />
      <DevicesPanel />
    </Page>
  )
}
