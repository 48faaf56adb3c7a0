import { useFreshness } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'
import { SETTINGS } from './settings-words.ts'

/** How the installation does: what it keeps, and how fresh each source is. */
export function HealthPanel() {
  const say = useWords(SETTINGS)
  const { number, day, instant } = useFormat()
  return (
    <Panel title={say.health} query={useFreshness()} minHeight={170}>
      {({ status, stats, freshness }) => (
        <>
          <p className={`${styles.said} ${status === 'healthy' ? styles.good : styles.warn}`}>
            {say[status]}
          </p>
          <dl className={styles.pairs}>
            <div>
              <dt>{`${say.sitesKept} · ${say.devicesKept} · ${say.daysKept}`}</dt>
              <dd>
                {[stats.sites, stats.devices, stats.snapshots]
                  .map((each) => number(each))
                  .join(' · ')}
              </dd>
            </div>
            {freshness.map(({ source, last_day, last_try, last_state }) => (
              <div key={source}>
                <dt>{source}</dt>
                <dd>
                  {last_day === null ? say.never : day(last_day, 'short')}{' '}
                  {last_state !== null && <StateBadge state={last_state} />}
                  <span className="only-read-aloud">
                    {say.lastTry} {last_try === null ? say.never : instant(last_try)}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  )
}
