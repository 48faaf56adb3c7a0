import type { Ending } from './exit-code.ts'

/** What a command came to: for a program, for a person, and for the shell. */
export interface Answer {
  readonly ending: Ending
  /** Printed as one JSON document with `--json`. */
  readonly document: unknown
  /** Printed line by line otherwise. */
  readonly lines: readonly string[]
}
