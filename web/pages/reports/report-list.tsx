import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useDownloadReport, useReports } from '../../api/use-reports.ts'
import { useFormat } from '../../format/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './reports.module.css'
import { REPORTS } from './reports-words.ts'

type Report = Answer<'listReports'>['items'][number]

/** The workbooks there are, plan by plan, the newest first. */
export function ReportList() {
  const say = useWords(REPORTS)
  const { number } = useFormat()
  const query = useReports()
  const { data } = query
  const download = useDownloadReport()
  const count = (total: number) => (total === 1 ? say.oneWorkbook : say.workbooks(number(total)))
  return (
    <Panel
      title={say.list}
      note={data && count(data.total)}
      query={query}
      minHeight={220}
      empty={({ total }) => (total === 0 ? say.none : null)}
    >
      {({ items }) => (
        <>
          <ProblemAlert problem={download.error} isInline mt="xs" />
          {byPlan(items).map(([plan, reports]) => (
            <section key={plan} className={styles.plan} aria-label={say.plan(`${plan}`)}>
              <h3>
                <Link to="/plans/$id" params={{ id: `${plan}` } as never}>
                  {say.plan(`${plan}`)}
                </Link>{' '}
                <span className={styles.dim}>{count(reports.length)}</span>
              </h3>
              <ReportTable reports={reports} onDownload={(name) => download.mutate(name)} />
            </section>
          ))}
        </>
      )}
    </Panel>
  )
}

/** Plan by plan, the newest plan first; the whole report before its parts. */
function byPlan(reports: readonly Report[]): [number, Report[]][] {
  const plans = Map.groupBy(reports, ({ plan }) => plan)
  const inOrder = (one: Report, other: Report) => (one.part ?? '').localeCompare(other.part ?? '')
  return [...plans]
    .toSorted(([one], [other]) => other - one)
    .map(([plan, its]) => [plan, its.toSorted(inOrder)])
}

interface ReportTableProps {
  readonly reports: readonly Report[]
  readonly onDownload: (name: string) => void
}

function ReportTable({ reports, onDownload }: ReportTableProps) {
  const say = useWords(REPORTS)
  const format = useFormat()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.part}</th>
            <th scope="col">{say.name}</th>
            <th scope="col" className={styles.number}>
              {say.size}
            </th>
            <th scope="col">{say.written}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {reports.map(({ name, part, bytes, modifiedAt }) => (
            <tr key={name}>
              <th scope="row">
                <Part part={part} />
              </th>
              <td className={styles.dim}>{name}</td>
              <td className={styles.number}>{format.bytes(bytes)}</td>
              <td>{format.instant(modifiedAt)}</td>
              <td className={styles.number}>
                <ActionIcon
                  variant="default"
                  size={28}
                  aria-label={say.download(name)}
                  onClick={() => onDownload(name)}
                >
                  <Icon name="download" size={15} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A part, of which its file is called so: `municipality-San_Luis`, `without-municipality`. */
function Part({ part }: { readonly part: string | null }) {
  const say = useWords(REPORTS)
  if (part === null) return say.whole
  return part.startsWith('without-')
    ? say.unplaced
    : part.replace(/^[a-z]+-/u, '').replaceAll('_', ' ')
}
