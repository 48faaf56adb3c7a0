import { useMemo, useState } from 'react'
import type { Answer } from '../../api/call.ts'
import { download } from '../../api/download.ts'
import { type Judged, useDailyFigures, useForecast, useJudged } from '../../api/use-metrics.ts'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { useFormat } from '../../format/use-format.ts'
import { DownloadButton } from '../../ui/download-button.tsx'
import { Explain } from '../../ui/explain.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { AnomalyPanel } from './anomaly-panel.tsx'
import { type ChartDay, chartDays } from './chart-days.ts'
import { ForecastPanel } from './forecast-panel.tsx'
import { useAskedMethod } from './method-fields.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'
import { FIGURES_AT, seriesOptions } from './series-options.ts'
import type { ChosenSeries } from './use-chosen-series.ts'

const HEIGHT = 340

/** A series: its chart, its odd days, and what is expected of it. */
export function SeriesView({ chosen }: { readonly chosen: ChosenSeries }) {
  const say = useWords(METRICS)
  const { filters } = useFilters()
  const { series, agg, span } = chosen
  const { method, parameters } = useAskedMethod()
  const named = { source_name: series.source, metric: series.metric }
  const judged = useJudged(method, { ...named, agg, ...span, ...parameters })
  const figures = useDailyFigures(series, { agg, ...span })
  const ahead = { horizon: filters.horizon || '30', level: filters.level || '95' }
  const forecast = useForecast(series, ahead)
  const [pointedDay, pointAt] = useState<string | null>(null)
  const isAhead = agg === 'sum' && !filters.to
  const expected = isAhead ? forecast.data : undefined
  return (
    <div className={styles.grid}>
      <div className={styles.stack}>
        <Panel
          title={`${series.metric} · ${series.source}`}
          note={<GapNote judged={judged.data} />}
          actions={<CsvButton chosen={chosen} />}
          query={figures}
          minHeight={HEIGHT + 40}
          empty={({ items }) => (items.length === 0 ? say.noFigures : null)}
        >
          {({ items }) => (
            <SeriesChart
              parts={{ items, judged: judged.data, expected }}
              label={`${series.metric} ${series.source}`}
              {...{ level: ahead.level, pointedDay }}
            />
          )}
        </Panel>
        <AnomalyPanel {...{ series, judged, onPoint: pointAt }} />
      </div>
      <ForecastPanel {...{ series, query: forecast, isOfSum: agg === 'sum' }} />
    </div>
  )
}

interface SeriesChartProps {
  readonly parts: {
    readonly items: Answer<'dailyMetric'>['items']
    readonly judged: Judged | undefined
    readonly expected: Answer<'dailyForecast'> | undefined
  }
  readonly label: string
  readonly level: string
  readonly pointedDay: string | null
}

function SeriesChart({ parts, label, level, pointedDay }: SeriesChartProps) {
  const say = useWords(METRICS)
  const format = useFormat()
  const { items, judged, expected } = parts
  const days = useMemo(
    () =>
      chartDays({
        figures: items,
        anomalies: judged?.items ?? [],
        forecast: expected?.items ?? [],
      }),
    [items, judged, expected],
  )
  const options = useMemo(
    () => seriesOptions(days, { say, format, level }),
    [days, say, format, level],
  )
  const at = days.findIndex(({ day }) => day === pointedDay)
  return (
    <ChartFrame
      label={label}
      height={HEIGHT}
      options={options}
      twin={useTwin(days)}
      pointed={at < 0 ? null : { series: FIGURES_AT, at }}
    />
  )
}

function useTwin(days: readonly ChartDay[]) {
  const say = useWords(METRICS)
  const format = useFormat()
  return useMemo(() => {
    const number = (value: number | null) => (value === null ? '' : format.number(value, 2))
    return {
      columns: [say.day, say.value, say.anomaly, say.forecast, say.lower, say.upper],
      rows: days.map(({ day, value, anomaly, mean, lower, upper }) => [
        format.day(day),
        value === null && mean === null ? say.noFigure : number(value),
        anomaly?.why ?? '',
        ...(value === null ? [number(mean), number(lower), number(upper)] : ['', '', '']),
      ]),
    }
  }, [days, say, format])
}

const SPANS_SHOWN = 12

function GapNote({ judged }: { readonly judged: Judged | undefined }) {
  const say = useWords(METRICS)
  const { day, number } = useFormat()
  const window = judged?.window
  if (!window) return null
  const { daysWithFigure, daysWithout, without } = window
  return (
    <>
      {say.knownDays(number(daysWithFigure), daysWithout)}{' '}
      {daysWithout > 0 && (
        <Explain what={say.gapsWhat}>
          {say.gapsWhy}
          <br />
          {without
            .slice(0, SPANS_SHOWN)
            .map(({ from, to }) => (from === to ? day(from) : `${day(from)} – ${day(to)}`))
            .join('; ')}
          {without.length > SPANS_SHOWN && ' …'}
        </Explain>
      )}
    </>
  )
}

function CsvButton({ chosen: { series, span } }: { readonly chosen: ChosenSeries }) {
  const say = useWords(METRICS)
  const query = { source_name: series.source, metric: series.metric, ...span }
  return (
    <DownloadButton onDownload={() => download('exportMetrics', { query })}>
      {say.csv}
    </DownloadButton>
  )
}
