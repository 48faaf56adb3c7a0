import type { Answer } from '../../api/call.ts'
import { useStandingFindings } from '../../api/use-today.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { SeverityBadge } from '../../ui/severity-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import { FindingsCell, FindingsLink } from './findings-cell.tsx'
import styles from './today.module.css'
import { TODAY } from './today-words.ts'

type Standing = Answer<'todayFindings'>

/** What disagrees, by how grave it is and how long it has stood. */
export function FindingsPanel() {
  const say = useWords(TODAY)
  const { number } = useFormat()
  const query = useStandingFindings()
  return (
    <Panel
      title={say.findings}
      note={query.data && say.standing(number(query.data.total))}
      query={query}
      minHeight={234}
      empty={({ total }) => (total === 0 ? say.noFindings : null)}
    >
      {(standing) => <FindingsTable standing={standing} />}
    </Panel>
  )
}

function FindingsTable({ standing: { items } }: { readonly standing: Standing }) {
  const say = useWords(TODAY)
  const most = Math.max(1, ...items.flatMap(({ ages }) => ages.map(({ count }) => count)))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.severity}</th>
            {items[0]?.ages.map(({ fromDays, toDays }) => (
              <th scope="col" key={fromDays} className={styles.number}>
                {toDays === null ? say.daysMore(fromDays) : say.days(fromDays, toDays)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {say.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ severity, ages, total }) => (
            <tr key={severity}>
              <th scope="row">
                <SeverityBadge severity={severity} />
              </th>
              {ages.map((age) => (
                <td key={age.fromDays} className={styles.number}>
                  <FindingsCell severity={severity} age={age} share={age.count / most} />
                </td>
              ))}
              <td className={styles.number}>
                <FindingsLink count={total} search={{ severity }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
