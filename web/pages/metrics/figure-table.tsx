import styles from './metrics.module.css'

interface FigureTableProps {
  readonly title: string
  readonly columns: readonly string[]
  /** Each begins with its name; what follows stands to the right. */
  readonly rows: readonly (readonly string[])[]
}

/** A small table of figures under its name. */
export function FigureTable({ title, columns, rows }: FigureTableProps) {
  return (
    <>
      <h3 className={styles.sub}>{title}</h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" className={at === 0 ? undefined : styles.number}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...figures]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {figures.map((figure, at) => (
                  <td key={columns[at + 1]} className={styles.number}>
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
