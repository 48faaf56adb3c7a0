import type { ReactNode } from 'react'

interface DataScrollProps {
  /** What scrolls, for those who do not see it. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a page that scrolls by itself, by keyboard too. */
export function DataScroll({ label, className, children }: DataScrollProps) {
  return (
    // no landmark: the panel around it is one
    <div role="group" className={className} tabIndex={0} aria-label={label}>
      {children}
    </div>
  )
}
