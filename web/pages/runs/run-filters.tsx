import { FilterBar } from '../../ui/filter-bar.tsx'
import { TASKS } from '../../words/run-words.ts'
import { STATES } from '../../words/state-words.ts'
import { useWords } from '../../words/use-words.ts'
import { RUN_LIST } from './runs-words.ts'

const SHOWN = [
  ...(['queued', 'running', 'agreed', 'differences', 'held', 'failed', 'interrupted'] as const),
]

/** Narrows the list of runs to a task or a state. */
export function RunFilters() {
  const say = useWords(RUN_LIST)
  const tasks = useWords(TASKS)
  const states = useWords(STATES)
  const byName = Object.entries(tasks).map(([value, label]) => ({ value, label }))
  return (
    <FilterBar
      filters={[
        {
          ...{ kind: 'choice', name: 'task', label: say.task },
          options: byName.toSorted((one, other) => one.label.localeCompare(other.label)),
        },
        {
          ...{ kind: 'choice', name: 'state', label: say.state },
          options: SHOWN.map((value) => ({ value, label: states[value] })),
        },
      ]}
    />
  )
}
