import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiProblem } from '../../api/api-problem.ts'
import { type Judged, type SeriesName, useVerdicts, type Verdict } from '../../api/use-metrics.ts'
import { useWho } from '../../api/use-session.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import { MethodFields } from './method-fields.tsx'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'
import { SayVerdict, TakeBack } from './verdict-buttons.tsx'

interface AnomalyPanelProps {
  readonly series: SeriesName
  readonly judged: UseQueryResult<Judged, ApiProblem>
  /** A day that somebody looks at, for the chart to point at. */
  readonly onPoint: (day: string | null) => void
}

/** The odd days of a series with why, and what people say of them. */
export function AnomalyPanel({ series, judged, onPoint }: AnomalyPanelProps) {
  const say = useWords(METRICS)
  const { number } = useFormat()
  const { data } = judged
  return (
    <>
      <Panel
        title={say.oddDays}
        note={data?.state === 'judged' && say.oddNote(data.total, number(data.judgedDays))}
        query={{ ...judged, data: data ?? (judged.error ? undefined : null) }}
        minHeight={160}
      >
        {(answer) => (
          <>
            <MethodFields />
            {answer && <FoundDays {...{ series, answer, onPoint }} />}
          </>
        )}
      </Panel>
      <SpokenDays series={series} />
    </>
  )
}

interface FoundDaysProps extends Pick<AnomalyPanelProps, 'series' | 'onPoint'> {
  readonly answer: Judged
}

function FoundDays({ series, answer, onPoint }: FoundDaysProps) {
  const say = useWords(METRICS)
  const { day, number } = useFormat()
  const maySay = useWho().permissions.includes('analyse')
  if (answer.state === 'too-few') {
    return <p className={styles.notice}>{say.tooFew(answer.has ?? 0, answer.needs ?? 0)}</p>
  }
  if (answer.total === 0)
    return <p className={styles.dim}>{say.noneOdd(number(answer.judgedDays))}</p>
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.day}</th>
            <th scope="col" className={styles.number}>
              {say.value}
            </th>
            <th scope="col" className={styles.number}>
              {say.expectedFigure}
            </th>
            <th scope="col">{say.why}</th>
            {maySay && <th scope="col">{say.said}</th>}
          </tr>
        </thead>
        <tbody>
          {answer.items.toReversed().map((found) => (
            <tr
              key={found.day}
              data-odd-day={found.day}
              tabIndex={maySay ? undefined : 0}
              onMouseEnter={() => onPoint(found.day)}
              onMouseLeave={() => onPoint(null)}
              onFocus={() => onPoint(found.day)}
              onBlur={() => onPoint(null)}
            >
              <th scope="row">
                <span className={styles.mark} aria-hidden>
                  {found.direction === 'high' ? '▲' : '▼'}
                </span>{' '}
                {day(found.day)}
              </th>
              <td className={styles.number}>{number(found.value, 2)}</td>
              <td className={styles.number}>{number(found.expected, 2)}</td>
              <td className={styles.why}>{found.why}</td>
              {maySay && (
                <td>
                  <div className={styles.acts}>
                    <SayVerdict {...{ series, day: found.day, verdict: 'expected' }} />
                    <SayVerdict {...{ series, day: found.day, verdict: 'no-anomaly' }} />
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SpokenDays({ series }: { readonly series: SeriesName }) {
  const say = useWords(METRICS)
  const verdicts = useVerdicts(series)
  if (!verdicts.data || verdicts.data.total === 0) return null
  return (
    <Panel title={say.spokenFor} note={say.spokenForWhy} query={verdicts} minHeight={60}>
      {({ items }) => (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say.day}</th>
                <th scope="col">{say.said}</th>
                <th scope="col">{say.reason}</th>
                <th scope="col">{say.who}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {items.map((verdict) => (
                <SpokenDay key={verdict.day} {...{ series, verdict }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function SpokenDay({
  series,
  verdict,
}: {
  readonly series: SeriesName
  readonly verdict: Verdict
}) {
  const say = useWords(METRICS)
  const { day, instant } = useFormat()
  const maySay = useWho().permissions.includes('analyse')
  return (
    <tr data-spoken-day={verdict.day}>
      <th scope="row">{day(verdict.day)}</th>
      <td>{say[verdict.verdict]}</td>
      <td className={styles.why}>{verdict.reason ?? '–'}</td>
      <td>
        {verdict.by}, {instant(verdict.at)}
      </td>
      <td>{maySay && <TakeBack {...{ series, day: verdict.day }} />}</td>
    </tr>
  )
}
