import type { Finding, useFindings } from '../../api/use-findings.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { useFindingColumns } from './finding-columns.tsx'
import { narrowed, queryOf } from './findings-filter.ts'
import { FINDINGS } from './findings-words.ts'
import type { Selection } from './use-selection.ts'

interface WorkListProps {
  readonly list: ReturnType<typeof useFindings>
  readonly selection: Selection
  readonly titleOf: (check: string) => string
  /** The place under the mark. */
  readonly place: number | null
  /** What was done last, in words. */
  readonly told: string
  readonly onOpen: (finding: Finding, place: number) => void
}

/** The findings that the address asks for, in its order. */
export function WorkList({ list, selection, titleOf, place, told, onOpen }: WorkListProps) {
  const say = useWords(FINDINGS)
  const { filters, change } = useFilters()
  const columns = useFindingColumns(selection, titleOf)
  const isNarrowed = Object.keys(narrowed(filters)).length > 0
  return (
    <Panel
      title={say.list}
      note={<span role="status">{told}</span>}
      query={list.first}
      minHeight={420}
      empty={({ total }) => (total > 0 ? null : isNarrowed ? say.noneOfThese : say.none)}
    >
      {() => (
        <DataTable
          label={say.title}
          keptAs="findings"
          listKey={JSON.stringify(queryOf(filters))}
          columns={columns}
          total={list.total}
          rowAt={list.rowAt}
          onSeen={list.onSeen}
          sort={filters.sort ?? 'severity'}
          onSort={(sort) => change({ sort })}
          onOpen={onOpen}
          {...(place === null ? {} : { current: place })}
        />
      )}
    </Panel>
  )
}
