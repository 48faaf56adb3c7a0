import type { ThreatlockerFleet, Wire } from '../fleet.ts'

/** A fleet written out, for instance in a fixture. */
export interface WrittenFleet {
  readonly parent: Wire
  readonly children: readonly Wire[]
  readonly computers: readonly Wire[]
}

/** The fleet of computers written out one by one. */
export function listedFleet({ parent, children, computers }: WrittenFleet): ThreatlockerFleet {
  return {
    parent,
    children,
    computerCount: computers.length,
    computer: (place) => computers[place] ?? {},
  }
}
