import { useWho } from '../../../api/use-session.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from '../sources.module.css'
import { BOOKS } from './books-words.ts'
import { CheckBook } from './check-book.tsx'
import { StandingBooks } from './standing-books.tsx'

/** The workbooks of finance and HR: what is read now, and checking another before it takes that place. */
export function BooksView() {
  const say = useWords(BOOKS)
  const mayOperate = useWho().permissions.includes('operate')
  return (
    <>
      <StandingBooks />
      {mayOperate ? <CheckBook /> : <p className={styles.dim}>{say.needsOperator}</p>}
    </>
  )
}
