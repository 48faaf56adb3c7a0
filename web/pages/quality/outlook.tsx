import type { Analysis } from '../../api/use-quality.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

/** When coverage reaches its target at the pace seen, and how much of what plans ask for is really written. */
export function Outlook({ of }: { readonly of: Analysis['predictions'] }) {
  const say = useWords(QUALITY)
  const { percent, day } = useFormat()
  const { coverage, sync_estimate: sync } = of
  return (
    <div className={styles.figures}>
      <div>
        <Figure name={say.coverage} percent={coverage.percent} />
        <div className={styles.dim}>{say.target(percent(coverage.target))}</div>
        <p className={styles.dim}>{coverage.reason}</p>
      </div>
      {coverage.reached_on !== null && (
        <div>
          <div className={styles.dim}>{say.reachedOn}</div>
          <div className={styles.big}>{day(coverage.reached_on)}</div>
        </div>
      )}
      <div>
        <Figure name={say.sync} percent={sync.percent} />
        <p className={styles.dim}>{sync.reason}</p>
      </div>
    </div>
  )
}

function Figure({
  name,
  percent: value,
}: {
  readonly name: string
  readonly percent: number | null
}) {
  const { percent } = useFormat()
  return (
    <>
      <div className={styles.dim}>{name}</div>
      <div className={styles.big}>{value === null ? '–' : percent(value)}</div>
    </>
  )
}
