import type { Keys } from '../../ui/use-keys.ts'
import type { useCurrentFinding } from './use-current-finding.ts'
import type { Selection } from './use-selection.ts'
import type { Kind } from './word-of.ts'

interface Deeds {
  readonly current: ReturnType<typeof useCurrentFinding>
  readonly selection: Selection
  readonly decide: (kind: Kind) => void
}

/** The keys by which the list is walked, chosen from and decided. */
export function workKeys({ current, selection, decide }: Deeds): Keys {
  return {
    j: () => current.move(1),
    k: () => current.move(-1),
    x: () => current.id !== null && selection.toggle(current.id),
    '*': () => (selection.size === 0 ? selection.all() : selection.none()),
    a: () => decide('accepted'),
    f: () => decide('fixed'),
    c: () => decide('acknowledged'),
    o: () => decide('assigned'),
    n: () => decide('noted'),
    r: () => decide('reopened'),
  }
}
