import type { ReactNode } from 'react'
import { PlainValue } from './plain-value.tsx'
import styles from './run.module.css'
import { isNothing, isObject, isTable } from './summary-shape.ts'
import { SummaryTable } from './summary-table.tsx'
import { useSummaryWord } from './use-summary-word.ts'

interface SummaryValueProps {
  readonly value: unknown
  /** What it is called in the summary. */
  readonly name?: string
}

/** A part of a summary: a list of rows as a table, an object as names with values, all else as people write it. */
export function SummaryValue({ value, name = '' }: SummaryValueProps): ReactNode {
  const word = useSummaryWord()
  if (isTable(value)) return <SummaryTable label={word(name)} rows={value} />
  if (Array.isArray(value)) {
    return value.map((each) => (isObject(each) ? JSON.stringify(each) : String(each))).join(', ')
  }
  if (isObject(value)) return <SummaryParts parts={value} />
  return <PlainValue value={value} name={name} />
}

function SummaryParts({ parts }: { readonly parts: Readonly<Record<string, unknown>> }) {
  const word = useSummaryWord()
  return (
    <dl className={styles.parts}>
      {Object.entries(parts)
        .filter(([, value]) => !isNothing(value))
        .map(([name, value]) => (
          <div key={name} data-is-wide={isObject(value) || isTable(value)}>
            <dt>{word(name)}</dt>
            <dd>
              <SummaryValue value={value} name={name} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
