import type { Answer } from '../../../api/call.ts'
import { useBooks } from '../../../api/use-books.ts'
import { useFormat } from '../../../format/use-format.ts'
import { Panel } from '../../../ui/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'

type Standing = Answer<'listBooks'>['items'][number]

/** Which workbook each book would be read from, and whether its table is found. */
export function StandingBooks() {
  const say = useWords(BOOKS)
  const query = useBooks()
  return (
    <Panel title={say.standing} query={query} minHeight={110}>
      {({ items }) => (
        <ul className={styles.standing}>
          {items.map((each) => (
            <StandingBook key={each.book} book={each} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function StandingBook({
  book: { book, folder, pattern, file, header, fault, pinned },
}: {
  readonly book: Standing
}) {
  const say = useWords(BOOKS)
  const format = useFormat()
  const isPinned = pinned.sheet !== null || pinned.headerRow !== null || pinned.columns !== null
  return (
    <li>
      <h3>{say[book]}</h3>
      {file === null ? (
        <p className={styles.warn}>{say.noFile(pattern, folder)}</p>
      ) : (
        <p>
          <strong title={file.hash ?? undefined}>{file.name}</strong>{' '}
          <span className={styles.dim} title={format.instant(file.changedAt)}>
            {[
              format.bytes(file.bytes),
              say.changed(format.age(file.ageSeconds * 1000)),
              ...(file.others > 0 ? [say.others(format.number(file.others))] : []),
            ].join(', ')}
          </span>
        </p>
      )}
      {header && (
        <p className={styles.dim}>
          {say.header(header.sheet, format.number(header.row))}
          {isPinned && `, ${say.pinned}`}:{' '}
          {header.columns.map(({ heading, letters }) => `${heading} (${letters})`).join(', ')}
        </p>
      )}
      {fault && file !== null && <p className={styles.bad}>{fault.message}</p>}
    </li>
  )
}
