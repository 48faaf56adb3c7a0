import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Answer } from '../../api/call.ts'
import { usePages } from '../../api/use-pages.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DayPicker } from '../../ui/day-picker.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

type Kept = Answer<'listAnomalies'>['items'][number]

/** What studies found odd in all metrics, newest first; each leads to its series. */
export function AllAnomalies() {
  const say = useWords(METRICS)
  const { filters, change } = useFilters()
  const query = {
    ...(filters.from ? { start_date: filters.from } : {}),
    ...(filters.to ? { end_date: filters.to } : {}),
  }
  const { first, total, onSeen, rowAt } = usePages('listAnomalies', { query })
  const columns = useColumns()
  if (first === undefined) return null
  return (
    <>
      <search className={styles.fields} aria-label={say.allAnomalies}>
        <DayPicker
          label={say.from}
          value={filters.from ?? ''}
          onChange={(from) => change({ from })}
        />
        <DayPicker label={say.to} value={filters.to ?? ''} onChange={(to) => change({ to })} />
      </search>
      <Panel
        title={say.allAnomalies}
        query={first}
        minHeight={300}
        empty={(list) => (list.total === 0 ? say.noAnomalies : null)}
      >
        {() => <DataTable label={say.allAnomalies} {...{ columns, total, rowAt, onSeen }} />}
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<Kept>[] {
  const say = useWords(METRICS)
  const { day, number, instant } = useFormat()
  return useMemo(
    () => [
      { id: 'day', title: say.day, width: 120, cell: (found) => day(found.day) },
      {
        id: 'metric',
        title: say.metric,
        width: 180,
        cell: ({ source, metric, day: on }) => (
          <Link to="/metrics" search={{ source, metric, day: on } as never}>
            {metric}
          </Link>
        ),
      },
      { id: 'source', title: say.source, width: 130, cell: ({ source }) => source },
      {
        id: 'value',
        title: say.value,
        width: 90,
        isNumber: true,
        cell: ({ value }) => number(value, 2),
      },
      {
        ...{ id: 'expected', title: say.expectedFigure, width: 100, isNumber: true },
        cell: ({ expected }) => number(expected, 2),
      },
      {
        ...{ id: 'score', title: say.score, width: 90, isNumber: true },
        cell: ({ score }) => (score === null ? '–' : number(score, 2)),
      },
      {
        ...{ id: 'why', title: say.why, width: 360 },
        cell: ({ why }) => <span title={why}>{why}</span>,
      },
      {
        ...{ id: 'said', title: say.said, width: 150 },
        cell: ({ verdict, saidBy }) =>
          verdict === null ? '' : `${say[verdict]}, ${say.by(saidBy ?? '')}`,
      },
      { id: 'found', title: say.foundOn, isExtra: true, cell: ({ foundAt }) => instant(foundAt) },
    ],
    [say, day, number, instant],
  )
}
