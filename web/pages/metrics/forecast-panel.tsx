import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { Answer } from '../../api/call.ts'
import type { SeriesName } from '../../api/use-metrics.ts'
import { upperFirst } from '../../format/upper-first.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import { FoldsBadge } from './folds-badge.tsx'
import { NumberField } from './method-fields.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'
import { StudyButton } from './study-button.tsx'

interface ForecastPanelProps {
  readonly series: SeriesName
  readonly query: UseQueryResult<Answer<'dailyForecast'>, ApiProblem>
  readonly isOfSum: boolean
}

/** What is expected of a series, by which model, and how far it can be relied on. */
export function ForecastPanel({ series, query, isOfSum }: ForecastPanelProps) {
  const say = useWords(METRICS)
  return (
    <Panel
      title={say.forecast}
      query={query}
      minHeight={220}
      actions={<StudyButton series={series} />}
      missing={say.notMade}
    >
      {(forecast) => (
        <>
          <div className={styles.fields}>
            <NumberField
              {...{ name: 'horizon', label: say.horizon, usual: '30' }}
              bounds={{ min: 1, max: 365, step: 1 }}
            />
            <NumberField
              {...{ name: 'level', label: say.level, usual: '95' }}
              bounds={{ min: 50, max: 99, step: 1 }}
            />
          </div>
          {!isOfSum && <p className={styles.notice}>{say.otherFigure}</p>}
          <FoldsBadge {...{ series, forecast }} />
          {forecast.lack && (
            <p className={styles.notice} data-lack>
              {upperFirst(forecast.lack.text)}.
            </p>
          )}
          <ModelFacts forecast={forecast} />
        </>
      )}
    </Panel>
  )
}

function ModelFacts({ forecast }: { readonly forecast: Answer<'dailyForecast'> }) {
  const say = useWords(METRICS)
  const { number, day, instant } = useFormat()
  const { model, knownDays, lastDay, isStale, fittedAt } = forecast
  return (
    <dl className={styles.facts}>
      <dt>{say.model}</dt>
      <dd>{model}</dd>
      <dt>{say.known}</dt>
      <dd>
        {say.knows(number(knownDays), day(lastDay))}
        {isStale && <div className={styles.bad}>{say.stale}</div>}
      </dd>
      <dt>{say.fitted}</dt>
      <dd>{instant(fittedAt)}</dd>
    </dl>
  )
}
