import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './quality.module.css'

/** Which rows that fail are listed, as the address says it. */
export interface FailingAsked {
  readonly measure: string
  readonly field?: string
  readonly why?: string
  readonly place?: string
}

interface FailingLinkProps {
  readonly asked: FailingAsked
  readonly label?: string
  readonly children: ReactNode
}

/** Opens the list of the rows that fail, on this page. */
export function FailingLink({ asked, label, children }: FailingLinkProps) {
  return (
    <Link to="/quality" search={asked as never} hash="failing" className={styles.link}>
      {children}
      {label !== undefined && <VisuallyHidden> {label}</VisuallyHidden>}
    </Link>
  )
}
