import { useState } from 'react'
import { type usePlan, useRenewPlans, useWritingRun } from '../../api/use-plans.ts'
import type { RunTold } from '../../api/use-run.ts'
import { Panel } from '../../ui/panel.tsx'
import { RunProgress } from '../../ui/run-progress.tsx'
import { useWords } from '../../words/use-words.ts'
import { DeedRow } from './deed-row.tsx'
import { EndedRun } from './ended-run.tsx'
import styles from './plan.module.css'
import type { Deed } from './plan-deeds.ts'
import { DEEDS, PLAN } from './plan-words.ts'

const ALL: readonly Deed[] = ['approve', 'apply', 'verify', 'undo', 'report']

interface DeedsPanelProps {
  readonly id: number
  readonly query: ReturnType<typeof usePlan>
}

/** What can be done with a plan, why not the rest, and how what was begun gets on. */
export function DeedsPanel({ id, query }: DeedsPanelProps) {
  const say = useWords(DEEDS)
  const { missing } = useWords(PLAN)
  const renew = useRenewPlans()
  const [begun, follow] = useState<number | null>(null)
  const [ended, end] = useState<RunTold | null>(null)
  const state = query.data?.state
  const writing = state === 'applying' ? 'apply' : state === 'undoing' ? 'undo' : null
  const elsewhere = useWritingRun(begun === null ? writing : null).data?.items[0]?.id ?? null
  const run = begun ?? elsewhere
  const onEnd = (told: RunTold) => {
    end(told)
    renew()
  }
  return (
    <Panel title={say.title} query={query} minHeight={252} narrowHeight={580} missing={missing}>
      {(plan) => (
        <>
          <ul className={styles.deeds}>
            {ALL.map((deed) => (
              <DeedRow
                key={deed}
                {...{ deed, plan }}
                isBusy={run !== null && ended?.id !== run}
                onBegun={follow}
              />
            ))}
          </ul>
          <div className={styles.live} key={id}>
            <RunProgress run={run} onEnd={onEnd} />
            {ended !== null && ended.id === run && <EndedRun run={ended} />}
          </div>
        </>
      )}
    </Panel>
  )
}
