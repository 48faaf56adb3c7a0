import { Link, useNavigate } from '@tanstack/react-router'
import { type Plan, usePlans } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { STATES } from '../../words/state-words.ts'
import { useWords } from '../../words/use-words.ts'
import { MakePlanPanel } from './make-plan-panel.tsx'
import { PLANS } from './plans-words.ts'

const PLAN_STATES = [
  ...(['held', 'waiting', 'applying', 'applied'] as const),
  ...(['superseded', 'undoing', 'undone', 'partly-undone'] as const),
] as const

/** Every plan of changes to other systems, and making one. */
export function PlansPage() {
  const say = useWords(PLANS)
  const states = useWords(STATES)
  const { filters } = useFilters()
  const navigate = useNavigate()
  const state = PLAN_STATES.find((each) => each === filters.state)
  const list = usePlans(state === undefined ? {} : { state })
  const columns = usePlanColumns()
  return (
    <Page title={say.title}>
      <MakePlanPanel />
      <FilterBar
        filters={[
          {
            ...{ kind: 'choice', name: 'state', label: say.state },
            options: PLAN_STATES.map((each) => ({ value: each, label: states[each] })),
          },
        ]}
      />
      <Panel
        title={say.list}
        query={list.first}
        minHeight={260}
        empty={({ total }) => {
          if (total > 0) return null
          return state === undefined ? say.none : say.noneOfState
        }}
      >
        {() => (
          <DataTable
            label={say.title}
            keptAs="plans"
            columns={columns}
            total={list.total}
            rowAt={list.rowAt}
            onSeen={list.onSeen}
            onOpen={({ id }) =>
              void navigate({ to: '/plans/$id', params: { id: `${id}` } as never })
            }
          />
        )}
      </Panel>
    </Page>
  )
}

function usePlanColumns(): readonly Column<Plan>[] {
  const say = useWords(PLANS)
  const { number, instant } = useFormat()
  return [
    {
      ...{ id: 'plan', title: say.plan, width: 80 },
      cell: ({ id }) => (
        <Link to="/plans/$id" params={{ id: `${id}` } as never}>
          P{id}
        </Link>
      ),
    },
    {
      ...{ id: 'state', title: say.state, width: 130 },
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      ...{ id: 'kind', title: say.kind, width: 170 },
      cell: ({ undoes, corrects }) => (undoes === null ? say[corrects] : say.undo(`P${undoes}`)),
    },
    {
      ...{ id: 'changes', title: say.changes, width: 90, isNumber: true },
      cell: ({ changes }) => number(changes),
    },
    {
      ...{ id: 'madeAt', title: say.madeAt, width: 160 },
      cell: ({ madeAt }) => instant(madeAt),
    },
    { id: 'target', title: say.target, width: 200, cell: ({ target }) => target },
    {
      ...{ id: 'takenBack', title: say.takenBack, width: 100, isNumber: true },
      cell: ({ takenBack }) => (takenBack === 0 ? '–' : number(takenBack)),
    },
    {
      ...{ id: 'letPass', title: say.letPass, width: 120 },
      cell: ({ acceptedBy }) => acceptedBy ?? '–',
    },
  ]
}
