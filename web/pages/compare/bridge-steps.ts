import type { Answer } from '../../api/call.ts'

/** A bridge of one figure, of one site or of all. */
export type Bridge = Answer<'compareDays'>['bridges'][number]

export const TERMS = [
  ...(['added', 'removed', 'movedIn', 'movedOut', 'reclassifiedIn', 'reclassifiedOut'] as const),
]

export const FIGURES = ['total', 'servers', 'workstations', 'spare', 'billable'] as const

/** What lies between the two ends of a bridge. */
export type Term = (typeof TERMS)[number]

/** What is counted. */
export type Figure = (typeof FIGURES)[number]

/** One bar: an end stands on the ground, a term hangs between the level before it and the one after. */
export interface Step {
  readonly name: 'start' | 'end' | Term
  /** What the step adds, below zero for what leaves; of an end its count. */
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The bars of a bridge from its start to its end; moves cancel where all sites are counted. */
export function stepsOf(bridge: Bridge): Step[] {
  const terms = bridge.scope === 'all' ? TERMS.filter((term) => !isMove(term)) : TERMS
  let level = bridge.start
  const between = terms.map((name): Step => {
    const value = bridge[name]
    const before = level
    level += value
    return { name, value, low: Math.min(before, level), high: Math.max(before, level) }
  })
  return [end('start', bridge.start), ...between, end('end', bridge.end)]
}

/** Where the axis begins, so that small steps on a large count are seen: nought unless that hides them. */
export function axisStart(steps: readonly Step[]): number {
  const levels = steps.flatMap(({ name, low, high }) =>
    name === 'start' || name === 'end' ? [high] : [low, high],
  )
  const [least, most] = [Math.min(...levels), Math.max(...levels)]
  const span = most - least
  return span === 0 || span * 4 > most ? 0 : Math.max(0, Math.floor(least - span * 1.5))
}

function isMove(term: Term): boolean {
  return term === 'movedIn' || term === 'movedOut'
}

function end(name: 'start' | 'end', value: number): Step {
  return { name, value, low: 0, high: value }
}
