import { Button, Group } from '@mantine/core'
import {
  type BookReading,
  type BookSending,
  useMarkedBook,
  usePutBook,
} from '../../../api/use-books.ts'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'

interface BookActionsProps {
  readonly reading: BookReading
  readonly sending: BookSending
  readonly isReadable: boolean
  readonly onAway: () => void
}

/** What may be done with a workbook that was read: have it back marked, put it into place, set it aside. */
export function BookActions({ reading, sending, isReadable, onAway }: BookActionsProps) {
  const say = useWords(BOOKS)
  const marked = useMarkedBook()
  const put = usePutBook()
  const { book, file } = sending
  const problem = marked.error ?? put.error
  return (
    <>
      <Group gap="xs">
        {reading.faults.total > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="download" size={14} />}
            loading={marked.isPending}
            onClick={() => marked.mutate(sending)}
          >
            {say.marked}
          </Button>
        )}
        {isReadable && !put.data && (
          <ConfirmButton
            size="compact-sm"
            question={say.putTitle}
            consequence={say.putMore}
            yes={say.putAgain}
            onConfirm={() => put.mutateAsync({ book, file }).catch(() => {})} // told below
          >
            {say.put}
          </ConfirmButton>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onAway}>
          {say.away}
        </Button>
      </Group>
      {!isReadable && reading.headerFault === null && <p className={styles.warn}>{say.mustPin}</p>}
      <ProblemAlert problem={problem} isInline />
      {put.data && (
        <p role="status" className={styles.good}>
          {say.putAs(put.data.putAs)} {put.data.isNewest ? say.newest : say.notNewest}
        </p>
      )}
    </>
  )
}
