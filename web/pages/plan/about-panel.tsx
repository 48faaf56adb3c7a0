import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { usePlan, WholePlan } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { PLAN } from './plan-words.ts'

/** How a plan was made, what it is for, and how its changes stand. */
export function AboutPanel({ query }: { readonly query: ReturnType<typeof usePlan> }) {
  const say = useWords(PLAN)
  return (
    <Panel title={say.about} query={query} minHeight={200} missing={say.missing}>
      {(plan) => <About plan={plan} />}
    </Panel>
  )
}

function About({ plan }: { readonly plan: WholePlan }) {
  const say = useWords(PLAN)
  const { number } = useFormat()
  const { id, corrects, undoes, target, changes, written, supersededBy, origin } = plan
  const others = [
    { name: say.takesBack, plan: undoes },
    { name: say.supersededBy, plan: supersededBy },
    { name: say.previous, plan: origin.previous },
    { name: say.newer, plan: origin.newer },
    { name: say.undoneBy, plan: origin.undo },
  ]
  return (
    <dl className={styles.facts}>
      <Fact name={say.corrects}>{say[corrects]}</Fact>
      <Fact name={say.target}>{target}</Fact>
      <Fact name={say.changes}>{number(changes)}</Fact>
      {Object.entries(written).map(([outcome, count]) => (
        <Fact key={outcome} name={<StateBadge state={outcome} />}>
          <Link
            to="/plans/$id"
            params={{ id: `${id}` } as never}
            search={{ outcome } as never}
            className="plain-link"
          >
            {number(count)}
          </Link>
        </Fact>
      ))}
      {others.map(({ name, plan: other }) =>
        other === null ? null : (
          <Fact key={name} name={name}>
            <Link to="/plans/$id" params={{ id: `${other}` } as never}>
              P{other}
            </Link>
          </Fact>
        ),
      )}
      <Fact name={say.byRun}>
        <Link to="/runs/$id" params={{ id: `${origin.run}` } as never}>
          {number(origin.run)}
        </Link>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
