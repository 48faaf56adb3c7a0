import { useFormat } from '../../format/use-format.ts'
import { Page } from '../../ui/page.tsx'
import { PanelLoading } from '../../ui/panel-states.tsx'
import { SavedViews } from '../../ui/saved-views.tsx'
import { useWords } from '../../words/use-words.ts'
import { BridgePanel } from './bridge-panel.tsx'
import { CompareFilters } from './compare-filters.tsx'
import { COMPARE } from './compare-words.ts'
import { MachinesPanel } from './machines-panel.tsx'
import { SitesPanel } from './sites-panel.tsx'
import { useBridgesOf } from './use-bridges-of.ts'
import { type Compared, useCompared } from './use-compared.ts'

/** Any two days: how the one count became the other, machine by machine; from the last month-end to today at first. */
export function ComparePage() {
  const say = useWords(COMPARE)
  const compared = useCompared()
  const query = useBridgesOf(compared)
  return (
    <Page
      title={say.title}
      note={compared && <DaysNote compared={compared} />}
      actions={<SavedViews />}
    >
      {compared === null ? (
        <PanelLoading height={420} />
      ) : (
        <>
          <CompareFilters compared={compared} />
          <BridgePanel compared={compared} query={query} />
          <MachinesPanel compared={compared} />
          <SitesPanel compared={compared} query={query} />
        </>
      )}
    </Page>
  )
}

function DaysNote({ compared: { from, to, isUsual } }: { readonly compared: Compared }) {
  const say = useWords(COMPARE)
  const { day } = useFormat()
  return isUsual ? say.usual(day(from), day(to)) : say.days(day(from), day(to))
}
