import { SegmentedControl } from '@mantine/core'
import { Page } from '../../ui/page.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { ACCESS } from './access-words.ts'
import { AuditPart } from './audit-part.tsx'
import { InvitationsPanel } from './invitations-panel.tsx'
import { InviteButton } from './invite-button.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { TokensPanel } from './tokens-panel.tsx'

const VIEWS = ['people', 'tokens', 'audit'] as const

/** Who may come in, by what means, and who did what. */
export function AccessPage() {
  const say = useWords(ACCESS)
  const { filters, change } = useFilters()
  const view = VIEWS.find((each) => each === filters.view) ?? 'people'
  return (
    <Page title={say.title} actions={view === 'people' ? <InviteButton /> : undefined}>
      <SegmentedControl
        aria-label={say.views}
        size="xs"
        value={view}
        onChange={(next) =>
          change({ view: next === 'people' ? undefined : next, area: undefined, text: undefined })
        }
        data={VIEWS.map((value) => ({ value, label: say[value] }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {view === 'people' && (
        <>
          <PeoplePanel />
          <InvitationsPanel />
        </>
      )}
      {view === 'tokens' && <TokensPanel />}
      {view === 'audit' && <AuditPart />}
    </Page>
  )
}
