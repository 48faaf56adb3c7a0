import { Button, CopyButton, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { BookReading, Pointing } from '../../../api/use-books.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './books.module.css'
import { BOOKS } from './books-words.ts'
import { FieldChoice } from './field-choice.tsx'
import { SheetToPoint } from './sheet-to-point.tsx'

interface BookColumnsProps {
  readonly reading: BookReading
  readonly pointing: Pointing
  readonly onPoint: (pointing: Pointing | null) => void
}

/** Where our columns are in the workbook, and saying it by pointing at their headings. */
export function BookColumns({ reading, pointing, onPoint }: BookColumnsProps) {
  const say = useWords(BOOKS)
  const { wanted, header, sheets, configuration } = reading
  const found = new Map(header?.columns.map(({ name, letters }) => [name, letters]))
  const firstLost = wanted.find(({ name }) => !found.has(name)) ?? wanted[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const [looked, setLooked] = useState<string | null>(null)
  const field = chosen ?? firstLost?.name ?? ''
  const sheet = looked ?? pointing.sheet ?? header?.sheet ?? sheets[0]?.name ?? ''
  const point = (letters: string, headerRow: number) => {
    setChosen(null)
    const isSame = sheet === pointing.sheet && headerRow === pointing.headerRow
    onPoint({
      sheet,
      headerRow,
      columns: { ...(isSame ? pointing.columns : {}), [field]: letters },
    })
  }
  return (
    <section>
      <h3>{say.columns}</h3>
      <p className={styles.dim}>{say.pointHelp}</p>
      <FieldChoice {...{ wanted, found, field }} onChoose={setChosen} />
      {sheets.length > 1 && (
        <NativeSelect
          size="xs"
          mb="xs"
          label={say.sheet}
          value={sheet}
          onChange={({ currentTarget }) => setLooked(currentTarget.value)}
          data={sheets.map(({ name }) => name)}
        />
      )}
      <SheetToPoint
        rows={sheets.find(({ name }) => name === sheet)?.rows ?? []}
        header={header?.sheet === sheet ? header : null}
        field={field}
        onPoint={point}
      />
      {configuration !== null && (
        <div className={styles.yaml}>
          <p>{say.yaml}</p>
          <pre>{configuration}</pre>
          <CopyButton value={configuration}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? say.copied : say.copy}
              </Button>
            )}
          </CopyButton>{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => onPoint(null)}>
            {say.own}
          </Button>
        </div>
      )}
    </section>
  )
}
