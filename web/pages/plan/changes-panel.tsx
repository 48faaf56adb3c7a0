import { download } from '../../api/download.ts'
import { type Change, useChanges } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Explain } from '../../ui/explain.tsx'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { STATES } from '../../words/state-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { CHANGES } from './plan-words.ts'

const OUTCOMES = ['pending', 'applied', 'moved', 'failed'] as const

/** What stands where, what shall stand there, why, and what came of it. */
export function ChangesPanel({ id }: { readonly id: number }) {
  const say = useWords(CHANGES)
  const states = useWords(STATES)
  const { number } = useFormat()
  const { filters } = useFilters()
  const outcome = OUTCOMES.find((each) => each === filters.outcome)
  const { q } = filters
  const list = useChanges(id, {
    ...(outcome === undefined ? {} : { outcome }),
    ...(q ? { q } : {}),
  })
  const columns = useChangeColumns()
  return (
    <Panel
      title={say.title}
      note={list.first?.data && number(list.total)}
      query={list.first}
      minHeight={260}
      actions={
        <ExportMenu
          onExport={(format) => download('exportChanges', { params: { id }, query: { format } })}
        />
      }
    >
      {({ total }) => (
        <>
          <FilterBar
            filters={[
              { kind: 'search', name: 'q', label: say.search },
              {
                ...{ kind: 'choice', name: 'outcome', label: say.outcome },
                options: OUTCOMES.map((each) => ({ value: each, label: states[each] })),
              },
            ]}
          />
          {total === 0 ? (
            <p className={styles.dim}>{outcome || q ? say.noneOfThese : say.none}</p>
          ) : (
            <DataTable
              label={say.what}
              keptAs="changes"
              listKey={`${outcome} ${q}`}
              columns={columns}
              total={list.total}
              rowAt={list.rowAt}
              onSeen={list.onSeen}
              height="26rem"
            />
          )}
        </>
      )}
    </Panel>
  )
}

function useChangeColumns(): readonly Column<Change>[] {
  const say = useWords(CHANGES)
  const { number, instant } = useFormat()
  return [
    { id: 'n', title: say.n, width: 56, isNumber: true, cell: ({ n }) => number(n) },
    {
      ...{ id: 'machine', title: say.machine, width: 140 },
      cell: ({ hostname, recordKey }) => hostname ?? recordKey,
    },
    {
      ...{ id: 'from', title: say.from, width: 150 },
      cell: ({ from }) => <Value value={from} look={styles.from} />,
    },
    {
      ...{ id: 'to', title: say.to, width: 230 },
      cell: ({ to }) => <Value value={to} look={styles.to} />,
    },
    { id: 'why', title: say.why, width: 340, cell: (change) => <Why change={change} /> },
    {
      ...{ id: 'outcome', title: say.outcome, width: 110 },
      cell: ({ outcome }) => <StateBadge state={outcome} />,
    },
    {
      ...{ id: 'found', title: say.found, width: 110 },
      cell: ({ found, foundGone, reason }) => (foundGone ? say.goneThere : (found ?? reason ?? '')),
    },
    {
      ...{ id: 'number', title: say.number, width: 130, isExtra: true },
      cell: ({ inventoryNumber }) => inventoryNumber ?? '',
    },
    {
      ...{ id: 'place', title: say.place, width: 130, isExtra: true },
      cell: ({ municipality }) => municipality ?? '',
    },
    {
      ...{ id: 'building', title: say.building, width: 130, isExtra: true },
      cell: ({ building }) => building ?? '',
    },
    {
      ...{ id: 'record', title: say.record, width: 90, isExtra: true },
      cell: ({ recordKey }) => recordKey,
    },
    { id: 'by', title: say.by, width: 100, isExtra: true, cell: ({ actor }) => actor ?? '' },
    {
      ...{ id: 'at', title: say.at, width: 150, isExtra: true },
      cell: ({ at }) => (at === null ? '' : instant(at)),
    },
  ]
}

interface ValueProps {
  readonly value: string | null
  readonly look: string | undefined
}

function Value({ value, look }: ValueProps) {
  const say = useWords(CHANGES)
  if (value === null || value === '') return <span className={styles.blank}>{say.blank}</span>
  return <span className={look}>{value}</span>
}

function Why({ change: { n, because, financeCell, classifierCell } }: { readonly change: Change }) {
  const say = useWords(CHANGES)
  const isTag = financeCell !== null && classifierCell !== null
  return (
    <span className={styles.why}>
      <Explain what={say.evidenceOf(n)}>
        <dl className={styles.facts}>
          {because.facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Explain>
      {isTag ? say.cells(financeCell, classifierCell) : say.twoNames}
    </span>
  )
}
