import { Link } from '@tanstack/react-router'
import type { WholeFinding } from '../../api/use-findings.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'

type Evidence = WholeFinding['evidenceInWords']
type Table = Evidence['tables'][number]

/** Evidence as it was compared: what is said once, and what is listed side by side. */
export function EvidenceView({ evidence }: { readonly evidence: Evidence }) {
  return (
    <>
      {evidence.facts.length > 0 && (
        <dl className={styles.facts}>
          {evidence.facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {evidence.tables.map((table) => (
        <SideBySide key={table.name} table={table} />
      ))}
    </>
  )
}

/** A column for each thing, so that what differs stands beside each other. */
function SideBySide({ table: { name, columns, rows } }: { readonly table: Table }) {
  const say = useWords(FINDINGS)
  const isNamed = rows.some(({ record }) => record !== null)
  return (
    <>
      {name !== '' && <h3 className={styles.section}>{name}</h3>}
      <div className={styles.scroll}>
        <table className={styles.sides}>
          {isNamed && (
            <thead>
              <tr>
                <td />
                {rows.map(({ record }, at) => (
                  <th scope="col" key={record ?? at}>
                    {record === null ? '–' : <RecordLink record={record} />}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {columns.map((column, at) => {
              const texts = rows.map((row) => row.texts[at] ?? '')
              if (isNamed && rows.every(({ record }, row) => record === texts[row])) return null
              const differs = rows.length > 1 && new Set(texts).size > 1
              return (
                <tr key={column} data-differs={differs}>
                  <th scope="row">
                    {column}
                    {differs && <span className="only-read-aloud"> ({say.differs})</span>}
                  </th>
                  {texts.map((text, row) => (
                    <td key={rows[row]?.record ?? row}>{text}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

function RecordLink({ record }: { readonly record: string }) {
  return (
    <Link to="/devices/$record" params={{ record } as never}>
      {record}
    </Link>
  )
}
