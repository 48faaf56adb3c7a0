import type { UseQueryResult } from '@tanstack/react-query'
import { type CSSProperties, type ReactNode, useId } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { FaultBoundary } from './fault-boundary.tsx'
import styles from './panel.module.css'
import { PanelAge } from './panel-age.tsx'
import { PanelBefore, PanelEmpty, PanelFault, PanelLoading } from './panel-states.tsx'

interface PanelProps<Data> {
  readonly title: string
  /** Said beside the title: of which day, how many. */
  readonly note?: ReactNode
  /** Buttons and links at its end. */
  readonly actions?: ReactNode
  readonly query: Pick<
    UseQueryResult<Data, ApiProblem>,
    'data' | 'error' | 'isFetching' | 'dataUpdatedAt' | 'refetch'
  > & {
    /** The answer before stands in for one that is on its way. */
    readonly isPlaceholderData?: boolean
  }
  /** Height kept free while it loads, so that nothing jumps, in pixels. */
  readonly minHeight?: number
  /** The same on a telephone, where the same content stands higher. */
  readonly narrowHeight?: number
  /** What is said where there is nothing; null where there is something. */
  readonly empty?: (data: Data) => ReactNode | null
  /** Said in place of a 404, which is "nothing yet" more often than a fault. */
  readonly missing?: ReactNode
  readonly children: (data: Data) => ReactNode
}

type Heights = CSSProperties & Readonly<Record<'--height' | '--narrow-height', string>>

/** A part of a page that stands by itself: it loads, is empty, fails, is forbidden or grows old alone. */
export function Panel<Data>(props: PanelProps<Data>) {
  const { title, note, actions, query, minHeight = 120, narrowHeight = minHeight } = props
  const heading = useId()
  const isBefore = query.isPlaceholderData === true
  const heights: Heights = { '--height': `${minHeight}px`, '--narrow-height': `${narrowHeight}px` }
  return (
    <section
      className={styles.panel}
      aria-labelledby={heading}
      aria-busy={(query.data === undefined && query.error === null) || isBefore}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id={heading}>
          {title}
        </h2>
        {note !== undefined && !isBefore && <span className={styles.note}>{note}</span>}
        {isBefore && <PanelBefore />}
        <PanelAge query={query} />
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.body} style={heights} data-is-before={isBefore}>
        <FaultBoundary>
          <PanelBody {...props} minHeight={minHeight} />
        </FaultBoundary>
      </div>
    </section>
  )
}

function PanelBody<Data>({ query, empty, missing, minHeight, children }: PanelProps<Data>) {
  const { data, error } = query
  if (data !== undefined) {
    const said = empty?.(data) ?? null
    return said === null ? children(data) : <PanelEmpty>{said}</PanelEmpty>
  }
  if (error?.isMissing && missing !== undefined) return <PanelEmpty>{missing}</PanelEmpty>
  if (error) return <PanelFault problem={error} onRetry={() => void query.refetch()} />
  return <PanelLoading height={minHeight ?? 120} />
}
