import type { OcsComputer } from '../sources/ocs/computer.ts'

/** OCS as it is now, the archived computers too: for a look back at what was written. */
export interface PresentComputers {
  /** The database that answered, as a writer to it names it. */
  readonly target: string
  readonly computers: readonly OcsComputer[]
  /** `HARDWARE_ID`s of rows that are there and cannot be read as a computer. */
  readonly unreadable: ReadonlySet<number>
}
