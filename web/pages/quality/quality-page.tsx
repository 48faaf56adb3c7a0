import { useAnalysis } from '../../api/use-quality.ts'
import { useFormat } from '../../format/use-format.ts'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import { Distributions } from './distributions.tsx'
import { FailingPanel } from './failing-panel.tsx'
import { Outlook } from './outlook.tsx'
import { PlacesTable } from './places-table.tsx'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'
import { Recommendations } from './recommendations.tsx'
import { Score } from './score-panel.tsx'
import { StandingOut } from './standing-out.tsx'
import { TrendChart } from './trend-chart.tsx'
import { useMeasuring } from './use-measuring.tsx'

/** What the inventory is worth, why, and what to do about it; every share opens into its rows. */
export function QualityPage() {
  const say = useWords(QUALITY)
  const { day } = useFormat()
  const query = useAnalysis()
  const { button, progress } = useMeasuring()
  const { data } = query
  return (
    <Page title={say.title} note={data && say.measuredOn(day(data.day))} actions={button}>
      {progress}
      <Panel
        title={say.score}
        query={query}
        minHeight={354}
        narrowHeight={466}
        missing={say.notMeasured}
      >
        {({ data_quality: quality }) => <Score quality={quality} />}
      </Panel>
      {(data || !query.error) && (
        <>
          <FailingPanel />
          <Details query={query} />
        </>
      )}
    </Page>
  )
}

function Details({ query }: { readonly query: ReturnType<typeof useAnalysis> }) {
  const say = useWords(QUALITY)
  return (
    <>
      <div className={styles.grid}>
        <Panel
          title={say.standsOut}
          query={query}
          minHeight={220}
          empty={({ anomalies }) => (anomalies.length === 0 ? say.nothingStandsOut : null)}
        >
          {({ anomalies }) => <StandingOut problems={anomalies} />}
        </Panel>
        <Panel
          title={say.recommendations}
          query={query}
          minHeight={220}
          empty={({ predictions }) =>
            predictions.recommendations.length === 0 ? say.nothingToDo : null
          }
        >
          {({ predictions }) => <Recommendations all={predictions.recommendations} />}
        </Panel>
        <Panel title={say.trend} query={query} minHeight={260}>
          {({ data_quality: { trend } }) => <TrendChart trend={trend} />}
        </Panel>
        <Panel title={say.outlook} query={query} minHeight={260}>
          {({ predictions }) => <Outlook of={predictions} />}
        </Panel>
      </div>
      <Panel title={say.distribution} query={query} minHeight={240}>
        {({ distribution }) => <Distributions of={distribution} />}
      </Panel>
      <Panel title={say.places} query={query} minHeight={200}>
        {({ data_quality: { places } }) => <PlacesTable places={places} />}
      </Panel>
    </>
  )
}
