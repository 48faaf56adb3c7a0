import styles from './chart-frame.module.css'

/** What a chart draws, as a table: names of its columns, and rows as they are written. */
export interface Twin {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface ChartTwinProps {
  readonly label: string
  readonly twin: Twin
  readonly height: number
}

/** The table twin of a chart. */
export function ChartTwin({ label, twin: { columns, rows }, height }: ChartTwinProps) {
  return (
    <section
      className={styles.twin}
      style={{ height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={label}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {others.map((value, at) => (
                <td key={columns[at + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
