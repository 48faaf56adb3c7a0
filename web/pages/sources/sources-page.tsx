import { Page } from '../../ui/page.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { BooksView } from './books/books-view.tsx'
import { CollectNow } from './collect-now.tsx'
import { CollectionDrawer } from './ledger/collection-drawer.tsx'
import { HeldPanel } from './ledger/held-panel.tsx'
import { LedgerPanel } from './ledger/ledger-panel.tsx'
import { SitesView } from './sites/sites-view.tsx'
import { SourceViews } from './source-views.tsx'
import { SOURCES } from './sources-words.ts'

/** What every source delivered, day by day, and all a person does about it. */
export function SourcesPage() {
  const say = useWords(SOURCES)
  const { filters } = useFilters()
  return (
    <Page title={say.title}>
      <CollectNow />
      <SourceViews view={filters.view ?? 'ledger'} />
      <View view={filters.view ?? 'ledger'} />
      <CollectionDrawer />
    </Page>
  )
}

function View({ view }: { readonly view: string }) {
  if (view === 'held') return <HeldPanel />
  if (view === 'books') return <BooksView />
  if (view === 'sites') return <SitesView />
  return <LedgerPanel />
}
