import { Link } from '@tanstack/react-router'
import { type RunTold, useRun } from '../../api/use-run.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './plan.module.css'
import { DEEDS } from './plan-words.ts'
import { STANDINGS, verifiedBy } from './verified-by.ts'

/** What a run on a plan came to: what still stands, or that it failed. */
export function EndedRun({ run }: { readonly run: RunTold }) {
  const say = useWords(DEEDS)
  const { number } = useFormat()
  const { data } = useRun(run.id)
  const verified = run.task === 'verify' ? verifiedBy(data?.summary) : null
  return (
    <div role="status">
      {run.state === 'failed' && <p className={styles.said}>{say.failed}</p>}
      {verified !== null && (
        <>
          <h3 className={styles.said}>{say.verified}</h3>
          {verified.departed.length === 0 ? (
            <p className={styles.said}>{say.allStand(number(verified.standings.standing ?? 0))}</p>
          ) : (
            <dl className={styles.facts}>
              {STANDINGS.filter((kind) => (verified.standings[kind] ?? 0) > 0).map((kind) => (
                <div key={kind}>
                  <dt>{say[kind]}</dt>
                  <dd>{number(verified.standings[kind] ?? 0)}</dd>
                </div>
              ))}
            </dl>
          )}
          <ul className={styles.list}>
            {verified.departed.map(({ n, name, to, kind, found }) => (
              <li key={n}>
                {name}: <span className={styles.from}>{to}</span> {found} ({say[kind]})
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.said}>
        <Link to="/runs/$id" params={{ id: `${run.id}` } as never}>
          {say.seeRun}
        </Link>
      </p>
    </div>
  )
}
