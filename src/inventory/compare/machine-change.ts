import type { Day } from '../../lib/day.ts'
import type { MachineCourse, MachineState, Span } from './queries.ts'

/** What can be said of one machine between two days. */
export type ChangeKind =
  | 'added'
  | 'removed'
  | 'moved'
  | 'relocated'
  | 'renamed'
  | 'reclassified'
  | 'became-spare'
  | 'left-spare'
  | 'billing-changed'

/** One change of one machine, and the day it happened: for several in a row, the last. */
export interface MachineChange {
  readonly kind: ChangeKind
  readonly day: Day
  readonly recordId: number
  readonly source: string
  readonly nativeKey: string
  /** As it is called after the change, or was before it went. */
  readonly name: string | null
  readonly siteBefore: string | null
  readonly siteAfter: string | null
  /** What it was before and after, in words of the change; null where there was nothing. */
  readonly before: string | null
  readonly after: string | null
}

/** What differs between the two ends, each with its day; a change that was taken back meanwhile is none. */
export function changesOf(course: MachineCourse, span: Span): MachineChange[] {
  const { start, end } = endsOf(course, span)
  if (start === null && end === null) return []
  if (start === null || end === null) return [comeOrGone(course, start, end)]
  return ASPECTS.flatMap(({ kind, of }) => {
    const [before, after] = [of(start), of(end)]
    const kindOf = before === after ? null : kind(before)
    if (kindOf === null) return []
    const day = dayOf(course, of)
    return [{ kind: kindOf, day, ...nameOf(course, start, end), before, after }]
  })
}

/** The states at both ends of a span; null where the machine is not listed. */
function endsOf(
  { states }: MachineCourse,
  { first, last }: Span,
): { readonly start: MachineState | null; readonly end: MachineState | null } {
  const on = (day: Day) => states.find(({ from, to }) => from <= day && isAfter(to, day)) ?? null
  return { start: on(first), end: on(last) }
}

interface Aspect {
  /** The change when this aspect stops being `before`. */
  readonly kind: (before: string | null) => ChangeKind | null
  readonly of: (state: MachineState) => string | null
}

const always = (kind: ChangeKind) => () => kind
const ASPECTS: readonly Aspect[] = [
  { kind: always('moved'), of: ({ site }) => site },
  { kind: always('relocated'), of: ({ location }) => location },
  { kind: always('renamed'), of: ({ displayName, hostname }) => displayName ?? hostname },
  { kind: always('reclassified'), of: (state) => state.class },
  {
    kind: (before) => (before === 'spare' ? 'left-spare' : 'became-spare'),
    of: ({ isSpare }) => (isSpare ? 'spare' : 'in-use'),
  },
  {
    kind: always('billing-changed'),
    of: ({ isBillable }) => (isBillable ? 'billable' : 'not-billable'),
  },
]

/** The day on which the last state came to what it ends as, in this aspect. */
function dayOf({ states }: MachineCourse, of: Aspect['of']): Day {
  const final = states.at(-1)
  let day = final?.from ?? ''
  for (const state of states.toReversed()) {
    if (final === undefined || of(state) !== of(final)) break
    day = state.from
  }
  return day
}

function comeOrGone(
  course: MachineCourse,
  start: MachineState | null,
  end: MachineState | null,
): MachineChange {
  const named = nameOf(course, start, end)
  if (end === null) {
    return {
      kind: 'removed',
      day: course.states.at(-1)?.to ?? '',
      ...named,
      before: named.name,
      after: null,
    }
  }
  return { kind: 'added', day: dayItCame(course), ...named, before: null, after: named.name }
}

/** The first day of the unbroken time it is listed at the end. */
function dayItCame({ states }: MachineCourse): Day {
  let day = states.at(-1)?.from ?? ''
  for (const state of states.toReversed()) {
    if (state.from !== day && state.to !== day) break
    day = state.from
  }
  return day
}

function nameOf(course: MachineCourse, start: MachineState | null, end: MachineState | null) {
  const shown = end ?? start
  return {
    recordId: course.recordId,
    source: course.source,
    nativeKey: course.nativeKey,
    name: shown?.displayName ?? shown?.hostname ?? null,
    siteBefore: start?.site ?? null,
    siteAfter: end?.site ?? null,
  }
}

function isAfter(to: Day, day: Day): boolean {
  return to === 'infinity' || to > day
}
