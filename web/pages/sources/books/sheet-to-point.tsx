import type { BookReading } from '../../../api/use-books.ts'
import { DataScroll } from '../../../ui/data-scroll.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'
import { columnLetters } from './column-letters.ts'
import { useFieldWord } from './use-field-word.ts'

interface SheetToPointProps {
  readonly rows: BookReading['sheets'][number]['rows']
  readonly header: BookReading['header']
  /** Our column that is pointed at. */
  readonly field: string
  readonly onPoint: (letters: string, row: number) => void
}

/** The top of a sheet as it stands in the workbook; each cell that says something can be pointed at. */
export function SheetToPoint({ rows, header, field, onPoint }: SheetToPointProps) {
  const say = useWords(BOOKS)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const taken = new Set(header?.columns.map(({ letters }) => letters))
  return (
    <DataScroll className={styles.sheet} label={say.sheet}>
      <table>
        <thead>
          <tr>
            <td />
            {Array.from({ length: width }, (_, at) => (
              <th scope="col" key={columnLetters(at)} data-is-taken={taken.has(columnLetters(at))}>
                {columnLetters(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} data-is-header={row === header?.row}>
              <th scope="row">{row}</th>
              {Array.from({ length: width }, (_, at) => (
                <td key={columnLetters(at)} data-is-taken={taken.has(columnLetters(at))}>
                  <PointedCell
                    text={cells[at] ?? ''}
                    {...{ field, place: `${columnLetters(at)}${row}` }}
                    onPoint={() => onPoint(columnLetters(at), row)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </DataScroll>
  )
}

interface PointedCellProps {
  readonly text: string
  readonly field: string
  readonly place: string
  readonly onPoint: () => void
}

function PointedCell({ text, field, place, onPoint }: PointedCellProps) {
  const say = useWords(BOOKS)
  const fieldWord = useFieldWord()
  if (text.trim() === '') return null
  return (
    <button
      type="button"
      title={say.pointCell(fieldWord(field), place)}
      aria-label={`${text}: ${say.pointCell(fieldWord(field), place)}`}
      onClick={onPoint}
    >
      {text}
    </button>
  )
}
