import type { usePlan, WholePlan } from '../../api/use-plans.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { PLAN } from './plan-words.ts'

interface PlanPanelProps {
  readonly query: ReturnType<typeof usePlan>
}

/** What the guard says of a plan, in words, and who let it pass. */
export function GuardPanel({ query }: PlanPanelProps) {
  const say = useWords(PLAN)
  return (
    <Panel title={say.guard} query={query} minHeight={90} missing={say.missing}>
      {(plan) => (
        <>
          <Verdict plan={plan} />
          <Access plan={plan} />
        </>
      )}
    </Panel>
  )
}

function Verdict({ plan: { guard } }: { readonly plan: WholePlan }) {
  const say = useWords(PLAN)
  const { number, percent, instant } = useFormat()
  const { verdict, holds, acceptedBy, acceptedAt, acceptReason } = guard
  return (
    <>
      <p className={styles.said}>
        {verdict === 'accepted'
          ? say.acceptedBy(acceptedBy ?? '–', acceptedAt === null ? '–' : instant(acceptedAt))
          : say[verdict === 'held' ? 'heldNow' : 'passed']}
      </p>
      {acceptReason !== null && <p className={`${styles.said} ${styles.dim}`}>{acceptReason}</p>}
      <ul className={styles.list}>
        {holds.map(({ code, text, changes, rows, limit }) => (
          <li key={code} data-hold={code}>
            {text}
            {rows > 0 && (
              <p>
                {say.holdSize({
                  ...{ changes: number(changes), rows: number(rows) },
                  ...{ share: percent((changes / rows) * 100), limit: percent(limit * 100) },
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Access({ plan: { access } }: { readonly plan: WholePlan }) {
  const say = useWords(PLAN)
  const { number } = useFormat()
  if (access.length === 0) return null
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={say.access}
    >
      <table className={styles.table}>
        <caption className={styles.said}>{say.access}</caption>
        <thead>
          <tr>
            <th scope="col">{say.login}</th>
            <th scope="col">{say.pattern}</th>
            <th scope="col" className={styles.number}>
              {say.loses}
            </th>
            <th scope="col" className={styles.number}>
              {say.gains}
            </th>
          </tr>
        </thead>
        <tbody>
          {access.map(({ login, pattern, loses, gains }) => (
            <tr key={`${login} ${pattern}`}>
              <td>{login}</td>
              <td>{pattern}</td>
              <td className={styles.number}>{number(loses)}</td>
              <td className={styles.number}>{number(gains)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
