import type { FoundState } from '../sources/source.ts'
import type { AppliedChange } from './applied-change.ts'

/** The computers of a system as they are now: for a look back at what was written to it. */
export interface PresentComputers {
  /** The system that answered, as a writer to it names it. */
  readonly target: string
  /** What stands in the record; null when it is gone, `unreadable` when that cannot be told. */
  find(recordKey: string): FoundState | 'unreadable' | null
  /** Where a computer that is gone lives on; null when it does nowhere, or that is not certain. */
  heirOf(change: AppliedChange): Heir | null
  /** True for a value that the system itself puts where it lost that of a record. */
  isOwn(value: string | null): boolean
}

/** The record that took the place of another. */
export interface Heir {
  readonly recordKey: string
  readonly value: string | null
}
