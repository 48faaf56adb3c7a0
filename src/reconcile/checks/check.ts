import type { Machine } from '../../inventory/machine/machine.ts'
import type { ReadyPolicy } from './check-policy.ts'
import type { Disagreement, Severity } from './finding-draft.ts'
import type { Scope } from './scope.ts'
import type { TagBooks } from './tags/tag-books.ts'

/** A disagreement between sources that list machines. One file, and one line in `fleet-checks.ts`. */
export interface FleetCheck<Code extends string = string> {
  readonly code: Code
  /** Unless the configuration says otherwise. */
  readonly severity: Severity
  /** Which sources are compared with each other; each scope is looked at, or skipped, by itself. */
  scopes(sources: FleetSources): readonly Scope[]
  /** What is wrong with one machine within a scope; null when nothing is. */
  find(machine: Machine, look: FleetLook): Disagreement | null
}

/** The sources whose records are machines, and what two of their kinds are for. */
export interface FleetSources {
  /** All of them, those below included. */
  readonly machines: readonly string[]
  /** Remote management: what an organisation says it looks after. */
  readonly rmm: readonly string[]
  /** Endpoint protection. */
  readonly edr: readonly string[]
}

/** What a check has at hand while it looks. */
export interface FleetLook {
  readonly scope: Scope
  readonly sources: FleetSources
  readonly policy: ReadyPolicy
  /** When each source was last heard as a whole; silence is counted from there. */
  readonly heardAt: ReadonlyMap<string, Date>
}

/** A disagreement between OCS and the two workbooks. One file, and one line in `tag-checks.ts`. */
export interface TagCheck<Code extends string = string> {
  readonly code: Code
  /** Unless the configuration says otherwise. */
  readonly severity: Severity
  /** Which sources it compares; they are looked at together. */
  readonly sources: Scope
  find(books: TagBooks): Iterable<Disagreement>
}

/** Declares a check over machines; its code becomes part of the list of all codes. */
export function defineFleetCheck<Code extends string>(check: FleetCheck<Code>): FleetCheck<Code> {
  return check
}

/** Declares a check over OCS and the workbooks. */
export function defineTagCheck<Code extends string>(check: TagCheck<Code>): TagCheck<Code> {
  return check
}
