import { useRef, useState } from 'react'
import type { Finding, useFindings } from '../../api/use-findings.ts'
import { useWho } from '../../api/use-session.ts'
import { useFilters } from '../../ui/use-filters.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { FindingPane } from './finding-pane.tsx'
import { FindingSide } from './finding-side.tsx'
import styles from './findings.module.css'
import { bodyFilterOf } from './findings-filter.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useAsked } from './use-asked.ts'
import { useCheckNames } from './use-check-names.ts'
import { useCurrentFinding } from './use-current-finding.ts'
import { useSelection } from './use-selection.ts'
import { workKeys } from './work-keys.ts'
import { WorkList } from './work-list.tsx'

interface FindingsDeskProps {
  readonly list: ReturnType<typeof useFindings>
  readonly onHelp: () => void
  /** While something else lies over the page. */
  readonly isQuiet: boolean
}

/** The list, the finding under the mark beside it, and the keys that decide. */
export function FindingsDesk({ list, onHelp, isQuiet }: FindingsDeskProps) {
  const { filters, change } = useFilters()
  const mayDecide = useWho().permissions.includes('operate')
  const checks = useCheckNames()
  const pane = useRef<HTMLElement>(null)
  const selection = useSelection(bodyFilterOf(filters), list.total)
  const current = useCurrentFinding(list)
  const { asked, decide, decideOne, close } = useAsked(selection, current)
  const [told, tell] = useState('')
  const open = (row: Finding, place: number) => {
    current.go(place)
    change({ finding: `${row.id}` })
  }
  const shut = () => change({ finding: undefined })
  const enter = () => {
    if (current.row !== undefined) open(current.row, current.place ?? 0)
    pane.current?.focus()
  }
  const keys = workKeys({ current, selection, decide: (kind) => mayDecide && decide(kind) })
  useKeys({ ...keys, Enter: enter, Escape: shut, '?': onHelp }, asked === null && !isQuiet)
  return (
    <>
      <SelectionBar {...{ selection, mayDecide }} total={list.total} onDecide={decide} />
      <div className={styles.desk}>
        <WorkList {...{ list, selection, told }} {...checks} place={current.place} onOpen={open} />
        <FindingSide isOpen={filters.finding !== undefined} onClose={shut} ref={pane}>
          {current.id !== null && (
            <FindingPane id={current.id} {...{ checks, mayDecide }} onDecide={decideOne} />
          )}
        </FindingSide>
      </div>
      {asked !== null && (
        <DecisionDialog
          asked={asked}
          onClose={close}
          onDone={(done) => {
            tell(done)
            close()
            selection.none()
          }}
        />
      )}
    </>
  )
}
