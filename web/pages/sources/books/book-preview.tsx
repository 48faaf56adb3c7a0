import type { BookReading, BookSending, Pointing } from '../../../api/use-books.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useWords } from '../../../words/use-words.ts'
import { BookActions } from './book-actions.tsx'
import { BookColumns } from './book-columns.tsx'
import { BookFaults } from './book-faults.tsx'
import { BookRows } from './book-rows.tsx'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'

interface BookPreviewProps {
  readonly reading: BookReading
  readonly sending: BookSending
  /** Whether its table is found as the configuration stands. */
  readonly isReadable: boolean
  /** Reads it anew by what is pointed at; null for as Muster finds it. */
  readonly onPoint: (pointing: Pointing | null) => void
  readonly onAway: () => void
}

/** What a workbook says, what is wrong with it, and what may be done with it. */
export function BookPreview(props: BookPreviewProps) {
  const { reading, sending, isReadable, onPoint, onAway } = props
  const say = useWords(BOOKS)
  const { holds, headerFault, notes } = reading
  return (
    <div className={styles.preview} data-file={reading.file}>
      <div role="status">
        <Verdict reading={reading} />
      </div>
      {headerFault && (
        <p className={styles.bad}>
          {say.noHeader} {headerFault.message}
        </p>
      )}
      {headerFault === null && holds.length > 0 && (
        <p className={styles.warn}>
          {say.wouldHold} {holds.map(({ message }) => message).join(' ')}
        </p>
      )}
      <BookActions {...{ reading, sending, isReadable, onAway }} />
      <BookFaults faults={reading.faults} />
      <BookRows reading={reading} />
      {notes.length > 0 && (
        <section>
          <h3>{say.notes}</h3>
          <ul className={styles.notes}>
            {notes.map(({ place, code, detail, message }) => (
              <li key={`${place} ${code} ${detail}`}>
                {[message, place, detail].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <BookColumns reading={reading} pointing={sending.pointing} onPoint={onPoint} />
    </div>
  )
}

function Verdict({ reading }: { readonly reading: BookReading }) {
  const say = useWords(BOOKS)
  const { number, bytes } = useFormat()
  const { file, header, records, acceptedBefore, faults } = reading
  return (
    <p className={styles.verdict}>
      <strong>{file}</strong>
      <span>{bytes(reading.bytes)}</span>
      {header && <span>{say.header(header.sheet, number(header.row))}</span>}
      <span>{say.records(number(records))}</span>
      {acceptedBefore !== null && <span>{say.before(number(acceptedBefore))}</span>}
      <span className={faults.total > 0 ? styles.bad : undefined}>
        {faults.total > 0 ? say.faulty(number(faults.total)) : say.faultless}
      </span>
    </p>
  )
}
