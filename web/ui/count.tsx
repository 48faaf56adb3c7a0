import type { ReactNode } from 'react'
import { useFormat } from '../format/use-format.ts'
import styles from './figure.module.css'

interface CountProps {
  readonly label: ReactNode
  /** Null is drawn as no figure, never as zero. */
  readonly value: number | null
  readonly children?: ReactNode
  /** Where the number opens into its members. */
  readonly link?: (number: ReactNode) => ReactNode
}

/** One figure with its name, and what is said below it. */
export function Count({ label, value, children, link = (number) => number }: CountProps) {
  const { number } = useFormat()
  return (
    <div>
      <div className={styles.label}>{label}</div>
      <div className={styles.value}>{value === null ? '–' : link(number(value))}</div>
      {children}
    </div>
  )
}
