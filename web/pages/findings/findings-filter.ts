import type { Decision, FindingsQuery } from '../../api/use-findings.ts'
import type { Filters } from '../../ui/use-filters.ts'

/** The states a finding can be in. */
export const FINDING_STATES = ['open', 'acknowledged', 'fixed', 'accepted', 'verified'] as const
/** How grave it can be. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
/** The states that are somebody's work, which are listed unless others are asked for. */
const WORK_STATES = ['open', 'acknowledged', 'fixed'] as const
/** The filters that stand in the address. */
const FILTER_NAMES = [
  ...(['check', 'site', 'severity', 'state', 'owner'] as const),
  ...(['olderThan', 'newerThan', 'dormant', 'text'] as const),
] as const

const SORTS = ['severity', 'age', 'check', 'site', 'owner', 'name'] as const

/** What the address asks of the list. */
export function queryOf(filters: Filters): FindingsQuery {
  const sort = SORTS.find((each) => each === filters.sort)
  return { ...narrowed(filters), ...(sort === undefined ? {} : { sort }) }
}

/** The filters alone, as an address says them. */
export function narrowed(filters: Filters): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = filters[name]
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
}

/** The same filters as a decision takes them. */
export function bodyFilterOf(filters: Filters): NonNullable<Decision['filter']> {
  const { check, state, severity, site, owner, olderThan, newerThan, dormant, text } =
    narrowed(filters)
  return {
    checks: listed(check),
    states: statesOf(state),
    severities: SEVERITIES.filter((each) => listed(severity).includes(each)),
    dormant: dormant === 'true',
    ...(site === undefined ? {} : { site }),
    ...(owner === undefined ? {} : { owner }),
    ...(olderThan === undefined ? {} : { olderThan: Number(olderThan) }),
    ...(newerThan === undefined ? {} : { newerThan: Number(newerThan) }),
    ...(text === undefined ? {} : { text }),
  }
}

function statesOf(state: string | undefined) {
  if (state === undefined) return [...WORK_STATES]
  const said = listed(state)
  return said.includes('all') ? [] : FINDING_STATES.filter((each) => said.includes(each))
}

function listed(said: string | undefined): string[] {
  return said === undefined ? [] : said.split(',')
}
