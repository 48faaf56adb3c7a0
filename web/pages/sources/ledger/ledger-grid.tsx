import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Answer } from '../../../api/call.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './ledger.module.css'
import { LedgerCell } from './ledger-cell.tsx'
import { ledgerRows } from './ledger-days.ts'
import { LEDGER } from './ledger-words.ts'

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

/** Sources down, days across, the newest in sight; one stop for the keyboard, and arrows within. */
export function LedgerGrid({ ledger }: { readonly ledger: Answer<'listDays'> }) {
  const say = useWords(LEDGER)
  const { days, rows } = ledgerRows(ledger)
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: days.length - 1 })
  useLayoutEffect(() => {
    box.current?.scrollTo({ left: box.current.scrollWidth })
  }, [])
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const row = within(at.row + step[0], rows.length)
    const column = within(at.column + step[1], days.length)
    setAt({ row, column })
    box.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus()
  }
  return (
    <div className={styles.box} ref={box}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a calendar whose cells the arrows walk */}
      <table className={styles.grid} role="grid" aria-label={say.title} onKeyDown={move}>
        <DayHead days={days} />
        <tbody>
          {rows.map(({ source, cells }, row) => (
            <tr key={source}>
              <th scope="row">{source}</th>
              {cells.map((entry, column) => (
                <LedgerCell
                  key={days[column]}
                  {...{ entry, source, day: days[column] ?? '' }}
                  place={`${row} ${column}`}
                  isStop={row === at.row && column === at.column}
                  onFocus={() => setAt({ row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at))
}

function DayHead({ days }: { readonly days: readonly string[] }) {
  const say = useWords(LEDGER)
  const { day: told } = useFormat()
  return (
    <thead>
      <tr>
        <th scope="col">{say.source}</th>
        {days.map((day, at) => (
          <th scope="col" key={day} title={told(day, 'long')} className={styles.day}>
            {(at === 0 || day.endsWith('-01')) && (
              <span className={styles.month}>{told(day, 'monthShort')}</span>
            )}
            {Number(day.slice(8))}
          </th>
        ))}
      </tr>
    </thead>
  )
}
