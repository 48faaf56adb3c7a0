import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Answer } from '../../api/call.ts'
import { download } from '../../api/download.ts'
import { useComparisonPages } from '../../api/use-comparison.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RestsOn } from '../../ui/rests-on.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { MACHINES, sourceName } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { ChangeList } from './change-list.tsx'
import { COMPARE } from './compare-words.ts'
import { type Compared, comparisonQuery } from './use-compared.ts'

type Machine = Answer<'compareDays'>['items'][number]

/** Machines that differ, or those of the bar that is open, each with the day it happened. */
export function MachinesPanel({ compared }: { readonly compared: Compared }) {
  const say = useWords(COMPARE)
  const { change } = useFilters()
  const query = comparisonQuery(compared)
  const list = useComparisonPages(query)
  const columns = useMachineColumns(compared)
  const { figure, term } = compared
  const { data } = list.first
  return (
    <Panel
      title={term ? say.opened(say[term], say[figure]) : say.machines}
      note={data && <RestsOn restsOn={[...data.restsOn.from, ...data.restsOn.to]} />}
      actions={
        term && (
          <Button variant="subtle" size="compact-sm" onClick={() => change({ term: undefined })}>
            {say.showAll}
          </Button>
        )
      }
      query={list.first}
      minHeight={260}
      empty={() => (list.total === 0 ? say.none : null)}
      missing={say.none}
    >
      {() => (
        <DataTable
          label={say.differing}
          keptAs="compare"
          listKey={JSON.stringify(query)}
          height="min(34rem, 60vh)"
          columns={columns}
          total={list.total}
          rowAt={list.rowAt}
          onSeen={list.onSeen}
          actions={
            <ExportMenu
              onExport={(format) =>
                download('exportComparison', { query: { ...query, part: 'changes', format } })
              }
            />
          }
        />
      )}
    </Panel>
  )
}

function useMachineColumns({
  from,
  to,
}: Pick<Compared, 'from' | 'to'>): readonly Column<Machine>[] {
  const say = useWords(COMPARE)
  const machines = useWords(MACHINES)
  const { day } = useFormat()
  return useMemo(() => {
    const nameOf = ({ name }: Machine) => name ?? machines.unnamed
    return [
      {
        ...{ id: 'name', title: say.name, width: 190 },
        cell: (row) => (
          <Link
            to="/devices/$record"
            params={{ record: row.ref } as never}
            search={{ asOf: isGone(row) ? from : to } as never}
            className="plain-link"
          >
            {nameOf(row)}
          </Link>
        ),
      },
      {
        ...{ id: 'what', title: say.what, width: 330 },
        cell: ({ changes }) => <ChangeList changes={changes} />,
      },
      {
        ...{ id: 'day', title: say.day, width: 110 },
        cell: ({ changes }) =>
          [...new Set(changes.map((change) => day(change.day, 'short')))].join(', ') || '–',
      },
      {
        ...{ id: 'source', title: machines.source, width: 110 },
        cell: ({ source }) => sourceName(source),
      },
      {
        ...{ id: 'siteBefore', title: say.siteBefore, width: 140 },
        cell: ({ siteBefore }) => siteBefore ?? '–',
      },
      {
        ...{ id: 'siteAfter', title: say.siteAfter, width: 140 },
        cell: ({ siteAfter }) => siteAfter ?? '–',
      },
    ]
  }, [say, machines, day, from, to])
}

/** What went is opened on the day that still has it. */
function isGone({ changes }: Machine): boolean {
  return changes.some(({ kind }) => kind === 'removed')
}
