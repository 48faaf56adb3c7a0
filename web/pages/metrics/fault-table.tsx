import type { FileFault } from '../../api/use-event-files.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './metrics.module.css'
import { METRICS } from './metrics-words.ts'

interface FaultTableProps {
  readonly faults: readonly FileFault[]
  /** How many there are in all. */
  readonly total: number
}

/** What is wrong with a file, cell by cell. */
export function FaultTable({ faults, total }: FaultTableProps) {
  const say = useWords(METRICS)
  const { number } = useFormat()
  if (faults.length === 0) return null
  const placeOf = ({ cell, line, column }: FileFault) =>
    cell ?? (column === null ? say.line(String(line)) : say.column(String(line), column))
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              <th scope="col">{say.stands}</th>
              <th scope="col">{say.fault}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${placeOf(fault)} ${fault.code}`} data-fault={fault.code}>
                <th scope="row">{placeOf(fault)}</th>
                <td>
                  <code>{fault.value}</code>
                </td>
                <td className={styles.why}>{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > faults.length && (
        <p className={styles.dim}>{say.firstOf(number(faults.length), number(total))}</p>
      )}
    </>
  )
}
