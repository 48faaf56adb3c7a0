import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useTimetable } from '../../api/use-settings.ts'
import { useFormat } from '../../format/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'
import { JOBS, SETTINGS } from './settings-words.ts'

type Entry = Answer<'showTimetable'>['items'][number]

/** What servers do by themselves: when it was last due, what came of it, and when it is next. */
export function TimetablePanel() {
  const say = useWords(SETTINGS)
  const jobs = useWords(JOBS)
  const query = useTimetable()
  return (
    <Panel
      title={say.timetable}
      note={query.data && !query.data.doesJobs ? say.elsewhere : undefined}
      query={query}
      minHeight={240}
    >
      {({ items }) => (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say.job}</th>
                <th scope="col">{say.cron}</th>
                <th scope="col">{say.last}</th>
                <th scope="col">{say.next}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <tr key={entry.name}>
                  <th scope="row">{jobs[entry.name]}</th>
                  <td className={styles.nowrap}>{entry.cron && <code>{entry.cron}</code>}</td>
                  <td className={styles.nowrap}>
                    <LastTime last={entry.last} />
                  </td>
                  <td className={styles.nowrap}>
                    <NextTime entry={entry} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function LastTime({ last }: Pick<Entry, 'last'>) {
  const say = useWords(SETTINGS)
  const { instant } = useFormat()
  if (!last?.run) return <span className={styles.dim}>{say.notYet}</span>
  return (
    <>
      <Link to="/runs/$id" params={{ id: String(last.run.id) } as never}>
        {instant(last.dueAt)}
      </Link>{' '}
      <StateBadge state={last.run.state} />
    </>
  )
}

function NextTime({ entry: { state, nextAt } }: { readonly entry: Entry }) {
  const say = useWords(SETTINGS)
  const { instant } = useFormat()
  if (state === 'planned') return nextAt === null ? say.never : instant(nextAt)
  return <span className={styles.dim}>{say[state]}</span>
}
