import { Button, Tabs } from '@mantine/core'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { AllAnomalies } from './all-anomalies.tsx'
import { EventFiles } from './event-files.tsx'
import { METRICS } from './metrics-words.ts'
import { SeriesChooser } from './series-chooser.tsx'
import { SeriesView } from './series-panel.tsx'
import { useChosenSeries } from './use-chosen-series.ts'

const VIEWS = ['series', 'anomalies', 'files'] as const

/** Daily figures: a series with its anomalies and forecast, all anomalies, and the files figures come by. */
export function MetricsPage() {
  const say = useWords(METRICS)
  const { filters, change } = useFilters()
  const view = VIEWS.find((each) => each === filters.view) ?? 'series'
  return (
    <Page title={say.title}>
      <Tabs
        value={view}
        onChange={(next) => change({ view: next === null || next === 'series' ? '' : next })}
        keepMounted={false}
      >
        <Tabs.List aria-label={say.views} mb="md">
          {VIEWS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="series">
          <ChosenView />
        </Tabs.Panel>
        <Tabs.Panel value="anomalies">
          <AllAnomalies />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <EventFiles />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function ChosenView() {
  const say = useWords(METRICS)
  const { change } = useFilters()
  const chosen = useChosenSeries()
  const { all, series } = chosen
  if (series.metric === '') {
    return (
      <Panel title={say.series} query={all} minHeight={200}>
        {({ total }) =>
          total === 0 && (
            <>
              <p>{say.none}</p>
              <Button size="compact-sm" variant="default" onClick={() => change({ view: 'files' })}>
                {say.sendFiles}
              </Button>
            </>
          )
        }
      </Panel>
    )
  }
  return (
    <>
      <SeriesChooser chosen={chosen} />
      <div style={{ height: '1rem' }} />
      <SeriesView chosen={chosen} />
    </>
  )
}
