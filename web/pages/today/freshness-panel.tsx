import type { Answer } from '../../api/call.ts'
import { useFreshness } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'

type Freshness = Answer<'installationHealth'>['freshness']

/** How new what each source says is. */
export function FreshnessPanel() {
  const say = useWords(TODAY)
  const query = useFreshness()
  const late = query.data?.freshness.filter(({ days_ago }) => days_ago === null || days_ago > 1)
  return (
    <Panel
      title={say.freshness}
      note={late && (late.length === 0 ? say.allFresh : say.late(late.length))}
      query={query}
      minHeight={234}
      empty={({ freshness }) => (freshness.length === 0 ? say.noSources : null)}
    >
      {({ freshness }) => <FreshnessTable freshness={freshness} />}
    </Panel>
  )
}

function FreshnessTable({ freshness }: { readonly freshness: Freshness }) {
  const say = useWords(TODAY)
  const format = useFormat()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say.source}</th>
          <th scope="col">{say.lastWhole}</th>
          <th scope="col">{say.lastTry}</th>
        </tr>
      </thead>
      <tbody>
        {freshness.map(({ source, last_day, days_ago, last_state }) => (
          <tr key={source}>
            <th scope="row">{source}</th>
            <td className={days_ago === null || days_ago > 1 ? styles.late : undefined}>
              {last_day === null ? (
                say.never
              ) : (
                <span title={format.day(last_day)}>{format.daysAgo(days_ago ?? 0)}</span>
              )}
            </td>
            <td>{last_state === null ? '–' : <StateBadge state={last_state} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
