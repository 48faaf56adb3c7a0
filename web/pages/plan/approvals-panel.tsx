import type { usePlan, WholePlan } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { PLAN } from './plan-words.ts'

/** Who approved a plan, and who must still. */
export function ApprovalsPanel({ query }: { readonly query: ReturnType<typeof usePlan> }) {
  const say = useWords(PLAN)
  return (
    <Panel title={say.approvals} query={query} minHeight={90} missing={say.missing}>
      {(plan) => <Approvals plan={plan} />}
    </Panel>
  )
}

function Approvals({ plan: { approvals, origin } }: { readonly plan: WholePlan }) {
  const say = useWords(PLAN)
  const { instant } = useFormat()
  const { isSecondPersonNeeded, isApproved, items } = approvals
  return (
    <>
      <p className={styles.said}>
        {!isSecondPersonNeeded
          ? say.oneEnough
          : isApproved
            ? say.twoDone
            : say.twoNeeded(origin.maker)}
      </p>
      {items.length === 0 ? (
        <p className={`${styles.said} ${styles.dim}`}>{say.noApproval}</p>
      ) : (
        <ul className={styles.list}>
          {items.map(({ person, actor, at, reason }) => (
            <li key={person}>
              <strong>{actor}</strong> <span className={styles.dim}>{instant(at)}</span>
              {reason !== null && <p>{reason}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
