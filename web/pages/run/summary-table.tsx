import { useFormat } from '../../format/use-format.ts'
import { DataScroll } from '../../ui/data-scroll.tsx'
import { useWords } from '../../words/use-words.ts'
import { PlainValue } from './plain-value.tsx'
import styles from './run.module.css'
import { RUN } from './run-page-words.ts'
import { isDayText, isNothing, isObject } from './summary-shape.ts'
import { useSummaryWord } from './use-summary-word.ts'

const MOST = 100

interface SummaryTableProps {
  /** What it is of. */
  readonly label: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Rows of a summary as a table, without the columns in which nothing stands. */
export function SummaryTable({ label, rows }: SummaryTableProps) {
  const say = useWords(RUN)
  const word = useSummaryWord()
  const { number } = useFormat()
  const used = [...new Set(rows.flatMap(Object.keys))].filter((name) =>
    rows.some((row) => !isNothing(row[name])),
  )
  const isNumber = (name: string) => rows.every((row) => typeof row[name] === 'number')
  const names = used.toSorted((one, other) => Number(isNumber(one)) - Number(isNumber(other)))
  return (
    <DataScroll label={label} className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {names.map((name) => (
              <th scope="col" key={name}>
                {word(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={JSON.stringify(row)}>
              {names.map((name) => (
                <td key={name}>
                  <Cell value={row[name]} name={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && (
        <p className={styles.dim}>{say.firstOf(number(MOST), number(rows.length))}</p>
      )}
    </DataScroll>
  )
}

/** What has parts of its own stands in one line here. */
function Cell({ value, name }: { readonly value: unknown; readonly name: string }) {
  const word = useSummaryWord()
  const { number, day } = useFormat()
  if (isNothing(value)) return '–'
  if (Array.isArray(value)) {
    return value.every((each) => !isObject(each)) ? value.join(', ') : number(value.length)
  }
  if (!isObject(value)) return <PlainValue value={value} name={name} />
  return Object.entries(value)
    .filter(([, part]) => part !== null && typeof part !== 'object')
    .map(([part, told]) => `${word(part)}: ${plainText(told, { number, day })}`)
    .join(', ')
}

function plainText(
  told: unknown,
  { number, day }: Pick<ReturnType<typeof useFormat>, 'number' | 'day'>,
): string {
  if (typeof told === 'number') return number(told)
  const text = String(told)
  return isDayText(text) ? day(text) : text
}
