import { useParams } from '@tanstack/react-router'
import { usePlan } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import { AboutPanel } from './about-panel.tsx'
import { ApprovalsPanel } from './approvals-panel.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { DeedsPanel } from './deeds-panel.tsx'
import { GuardPanel } from './guard-panel.tsx'
import styles from './plan.module.css'
import { PLAN } from './plan-words.ts'
import { ReportsPanel } from './reports-panel.tsx'

/** One plan: what it would change and why, whether it may be written, and what came of it. */
export function PlanPage() {
  const say = useWords(PLAN)
  const { instant } = useFormat()
  const params: Readonly<Partial<Record<string, string>>> = useParams({ strict: false })
  const id = Number(params.id)
  const query = usePlan(id)
  const plan = query.data
  return (
    <Page
      title={say.plan(id)}
      note={
        plan && (
          <>
            <StateBadge state={plan.state} /> {say.made(instant(plan.madeAt), plan.origin.maker)}
          </>
        )
      }
    >
      <DeedsPanel id={id} query={query} />
      <div className={styles.rest} hidden={query.isPending}>
        <div className={styles.grid}>
          <GuardPanel query={query} />
          <ApprovalsPanel query={query} />
        </div>
        <ChangesPanel id={id} />
        <div className={styles.grid}>
          <AboutPanel query={query} />
          <ReportsPanel id={id} />
        </div>
      </div>
    </Page>
  )
}
