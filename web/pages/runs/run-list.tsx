import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Answer } from '../../api/call.ts'
import { usePages } from '../../api/use-pages.ts'
import { useRunsRefresh } from '../../api/use-runs.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { useTaskWord } from '../../words/use-task-word.ts'
import { useWords } from '../../words/use-words.ts'
import { RUN_LIST } from './runs-words.ts'

type Run = Answer<'listRuns'>['items'][number]

/** The runs the address asks for, each opening into itself. */
export function RunList() {
  const say = useWords(RUN_LIST)
  const { filters } = useFilters()
  const navigate = useNavigate()
  const columns = useRunColumns()
  const asked = { task: filters.task || undefined, state: filters.state || undefined }
  const runs = usePages('listRuns', { query: asked as never }) // a state that is none is refused by the server
  useRunsRefresh()
  if (!runs.first) return null
  return (
    <Panel
      title={say.list}
      query={runs.first}
      minHeight={320}
      empty={({ total }) => (total === 0 ? say.none : null)}
    >
      {() => (
        <DataTable
          label={say.title}
          columns={columns}
          total={runs.total}
          rowAt={runs.rowAt}
          onSeen={runs.onSeen}
          onOpen={({ id }) => void navigate({ to: '/runs/$id', params: { id: `${id}` } as never })}
        />
      )}
    </Panel>
  )
}

function useRunColumns(): readonly Column<Run>[] {
  const say = useWords(RUN_LIST)
  const taskWord = useTaskWord()
  const format = useFormat()
  return useMemo(
    () => [
      {
        ...{ id: 'id', title: say.number, width: 80 },
        cell: ({ id }) => (
          <Link to="/runs/$id" params={{ id: `${id}` } as never}>
            {id}
          </Link>
        ),
      },
      { id: 'task', title: say.task, width: 190, cell: ({ task }) => taskWord(task) },
      {
        ...{ id: 'state', title: say.state, width: 150 },
        cell: ({ state }) => <StateBadge state={state} />,
      },
      {
        ...{ id: 'who', title: say.who, width: 150 },
        cell: ({ cause, actor }) => (cause === 'schedule' ? say.schedule : actor),
      },
      { id: 'began', title: say.began, width: 160, cell: (run) => format.instant(run.startedAt) },
      {
        ...{ id: 'took', title: say.took, width: 110, isNumber: true },
        cell: ({ startedAt, endedAt }) =>
          endedAt === null
            ? '–'
            : format.duration(Math.max(0, Date.parse(endedAt) - Date.parse(startedAt))),
      },
      ...([
        {
          id: 'tries',
          title: say.tries,
          width: 80,
          isNumber: true,
          isExtra: true,
          cell: ({ tries }) => tries,
        },
        { id: 'host', title: say.host, width: 140, isExtra: true, cell: ({ host }) => host },
        {
          id: 'version',
          title: say.version,
          width: 90,
          isExtra: true,
          cell: ({ version }) => version,
        },
      ] satisfies Column<Run>[]),
    ],
    [say, taskWord, format],
  )
}
