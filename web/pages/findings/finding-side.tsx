import { CloseButton, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode, Ref } from 'react'
import { useWords } from '../../words/use-words.ts'
import styles from './findings.module.css'
import { FINDINGS } from './findings-words.ts'

interface FindingSideProps {
  /** Whether it was opened; matters where there is no room beside the list. */
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly ref: Ref<HTMLElement>
}

/** Where one finding is shown: beside the list, or over it on a narrow screen. */
export function FindingSide({ isOpen, onClose, children, ref }: FindingSideProps) {
  const say = useWords(FINDINGS)
  const isNarrow = useMediaQuery('(max-width: 75rem)', undefined, {
    getInitialValueInEffect: false,
  })
  if (!isNarrow) {
    return (
      <section className={styles.side} ref={ref} tabIndex={-1} aria-label={say.details}>
        {children || <p className={styles.quiet}>{say.pick}</p>}
      </section>
    )
  }
  return (
    <Drawer.Root
      opened={isOpen && Boolean(children)}
      onClose={onClose}
      position="right"
      size="min(100%, 30rem)"
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={say.details}>
        <Drawer.Body p="xs">
          <CloseButton aria-label={say.close} onClick={onClose} ml="auto" mb="xs" />
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
