import { Progress, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { BookName, Pointing } from '../../../api/use-books.ts'
import { usePreviewBook } from '../../../api/use-books.ts'
import { DropZone } from '../../../ui/drop-zone.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useWords } from '../../../words/use-words.ts'
import { BookPreview } from './book-preview.tsx'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'

const NOTHING: Pointing = { columns: {} }

/** A workbook is dropped, read and shown; nothing of it is kept unless it is put into place. */
export function CheckBook() {
  const say = useWords(BOOKS)
  const [book, setBook] = useState<BookName>('finance-register')
  const [file, setFile] = useState<File | null>(null)
  const [pointing, setPointing] = useState(NOTHING)
  /** Whether its table is found as the configuration stands. */
  const [isReadable, setReadable] = useState(false)
  const { preview, share } = usePreviewBook()
  const read = (of: BookName, next: File, pointed: Pointing) => {
    setPointing(pointed)
    const isPlain = pointed === NOTHING
    preview.mutate(
      { book: of, file: next, pointing: pointed },
      { onSuccess: ({ headerFault }) => isPlain && setReadable(headerFault === null) },
    )
  }
  const take = ([next]: File[]) => {
    if (!next) return
    setFile(next)
    preview.reset()
    read(book, next, NOTHING)
  }
  const choose = (next: BookName) => {
    setBook(next)
    if (file) read(next, file, NOTHING)
  }
  return (
    <section className={styles.check} aria-label={say.drop}>
      <h2>{say.drop}</h2>
      <SegmentedControl
        size="xs"
        aria-label={say.which}
        value={book}
        onChange={(next) => choose(next === 'locations' ? next : 'finance-register')}
        data={(['finance-register', 'locations'] as const).map((value) => ({
          value,
          label: say[value],
        }))}
      />
      <DropZone accept=".xlsx,.csv,.txt" onFiles={take}>
        {say.dropHere}
      </DropZone>
      {preview.isPending && (
        <Progress
          value={share < 1 ? share * 100 : 100}
          animated
          aria-label={say.reading}
          size="sm"
        />
      )}
      <ProblemAlert problem={preview.error} isInline />
      {preview.data && file && (
        <BookPreview
          reading={preview.data}
          sending={{ book, file, pointing }}
          isReadable={isReadable}
          onPoint={(next) => read(book, file, next ?? NOTHING)}
          onAway={() => {
            setFile(null)
            preview.reset()
          }}
        />
      )}
    </section>
  )
}
