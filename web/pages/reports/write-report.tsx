import { Button, Group, NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../api/call.ts'
import { useNewestPlans, useWriteReport } from '../../api/use-reports.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { RUNS } from '../../words/run-words.ts'
import { STATES } from '../../words/state-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './reports.module.css'
import { REPORTS } from './reports-words.ts'

/** Has the report on a plan written; how that gets on is told until the next. */
export function WriteReport() {
  const say = useWords(REPORTS)
  const query = useNewestPlans()
  return (
    <Panel
      title={say.write}
      query={query}
      minHeight={76}
      empty={({ total }) => (total === 0 ? say.noPlans : null)}
    >
      {({ items }) => <Writing plans={items} />}
    </Panel>
  )
}

type Plans = Answer<'listPlans'>['items']

function Writing({ plans }: { readonly plans: Plans }) {
  const say = useWords(REPORTS)
  const states = useWords(STATES)
  const { number, instant } = useFormat()
  const { filters } = useFilters()
  const [chosen, choose] = useState(filters.plan ?? `${plans[0]?.id ?? ''}`)
  const write = useWriteReport()
  return (
    <>
      <Group align="end" gap="xs">
        <NativeSelect
          size="xs"
          className={styles.plans}
          label={say.which}
          value={chosen}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={plans.map(({ id, state, changes, madeAt }) => ({
            value: `${id}`,
            label: say.planOption({
              ...{ id: `${id}`, state: states[state], changes: number(changes) },
              when: instant(madeAt),
            }),
          }))}
        />
        <Button
          size="xs"
          loading={write.isPending}
          onClick={() => write.mutate({ params: { id: chosen } })}
        >
          {say.writeNow}
        </Button>
      </Group>
      <ProblemAlert problem={write.error} isInline mt="xs" />
      {write.data && <Written run={write.data.run} />}
    </>
  )
}

function Written({ run }: { readonly run: number }) {
  const sayRun = useWords(RUNS)
  const client = useQueryClient()
  return (
    <div className={styles.run}>
      <Link to="/runs/$id" params={{ id: `${run}` } as never}>
        {sayRun.open(run)}
      </Link>
      <div className={styles.grow}>
        <RunProgress
          key={run}
          run={run}
          onEnd={() => void client.invalidateQueries({ queryKey: ['listReports'] })}
        />
      </div>
    </div>
  )
}
