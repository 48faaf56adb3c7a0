import type { Day } from '../../lib/day.ts'
import { changesOf, type MachineChange } from './machine-change.ts'
import type { MachineCourse, MachineState, Span } from './queries.ts'

/** What changed of one machine between two days. */
export interface SeenChanges
  extends Pick<
    MachineChange,
    'recordId' | 'source' | 'nativeKey' | 'name' | 'siteBefore' | 'siteAfter'
  > {
  /** None where it differs in its host name alone, behind a display name. */
  readonly changes: readonly Pick<MachineChange, 'kind' | 'day' | 'before' | 'after'>[]
}

/**
 * What changed of a machine as those see it who see some sites: of one that came from elsewhere or went there only
 * that, and not where to or what it is there. Null where they see it on neither day.
 */
export function seenChanges(
  course: MachineCourse,
  span: Span,
  sees: (site: string | null) => boolean,
): SeenChanges | null {
  const [start, end] = [stateOn(course, span.first), stateOn(course, span.last)]
  const before = start && sees(start.site) ? start : null
  const after = end && sees(end.site) ? end : null
  const shown = after ?? before
  if (shown === null) return null
  const isMove = before !== start || after !== end
  const states = isMove ? course.states.filter(({ site }) => sees(site)) : course.states
  const { recordId, source, nativeKey } = course
  const [siteBefore, siteAfter] = [before?.site ?? null, after?.site ?? null]
  return {
    ...{ recordId, source, nativeKey, name: shown.displayName ?? shown.hostname },
    ...{ siteBefore, siteAfter },
    changes: changesOf({ ...course, states }, span).map((change) => {
      const { kind, day } = change
      if (isMove) return { kind: 'moved', day, before: siteBefore, after: siteAfter }
      return { kind, day, before: change.before, after: change.after }
    }),
  }
}

/** Null where it is not listed. */
function stateOn({ states }: MachineCourse, day: Day): MachineState | null {
  return states.find(({ from, to }) => from <= day && (to === 'infinity' || to > day)) ?? null
}
