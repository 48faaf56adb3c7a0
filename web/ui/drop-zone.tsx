import { Button, FileButton } from '@mantine/core'
import { type DragEvent, type ReactNode, useState } from 'react'
import { UI } from '../words/ui-words.ts'
import { useWords } from '../words/use-words.ts'
import styles from './drop-zone.module.css'

interface DropZoneProps {
  /** What may be dropped, for the file chooser: `.xlsx,.csv`. */
  readonly accept: string
  readonly onFiles: (files: File[]) => void
  readonly children?: ReactNode
}

/** Takes files that are dropped on it or chosen by its button. */
export function DropZone({ accept, onFiles, children }: DropZoneProps) {
  const say = useWords(UI)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}
      aria-label={say.drop}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{children ?? say.drop}</span>
      <FileButton multiple accept={accept} onChange={(files) => onFiles(files)}>
        {(props) => (
          <Button {...props} variant="default" size="compact-sm">
            {say.choose}
          </Button>
        )}
      </FileButton>
    </section>
  )
}
