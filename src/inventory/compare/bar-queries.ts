import { type RawBuilder, sql } from 'kysely'

/** One bar of a bridge: the machines that one term of one measure counts. */
export interface Bar {
  readonly measure: 'total' | 'servers' | 'workstations' | 'spare' | 'billable'
  readonly term: 'added' | 'removed' | 'movedIn' | 'movedOut' | 'reclassifiedIn' | 'reclassifiedOut'
}

/** Where a bar is opened: see `ComparedPage`. */
interface BarPlace {
  readonly site: string | null | undefined
  readonly among?: readonly string[] | undefined
}

/** Whether a record `d` that differs is counted by a bar, by the same rules as `bridgeOf`. */
export function isInBar({ measure, term }: Bar, { site, among }: BarPlace) {
  const was = sql`(d.was_listed and ${IS_IN[measure]('before')})`
  const is = sql`(d.is_listed and ${IS_IN[measure]('after')})`
  const isHere = sql.ref(LEAVING.has(term) ? 'd.site_before' : 'd.site_after')
  return sql`(
    ${STEPS[term]({ was, is })}
    ${site === undefined ? sql`` : sql`and ${isHere} is not distinct from ${site}::text`}
    ${among === undefined ? sql`` : sql`and ${isHere} = any(${among}::text[])`})`
}

type End = 'before' | 'after'

const IS_IN: Readonly<Record<Bar['measure'], (end: End) => RawBuilder<unknown>>> = {
  total: () => sql`true`,
  servers: (end) => isOfClass('server', end),
  workstations: (end) => isOfClass('workstation', end),
  spare: (end) => sql.ref(`d.is_spare_${end}`),
  billable: (end) => sql.ref(`d.is_billable_${end}`),
}

function isOfClass(named: 'server' | 'workstation', end: End) {
  return sql`(${sql.ref(`d.class_${end}`)} = ${named} and not ${sql.ref(`d.is_spare_${end}`)})`
}

interface Ends {
  readonly was: RawBuilder<unknown>
  readonly is: RawBuilder<unknown>
}

const moved = ({ was, is }: Ends) =>
  sql`${was} and ${is} and d.site_before is distinct from d.site_after`

const STEPS: Readonly<Record<Bar['term'], (ends: Ends) => RawBuilder<unknown>>> = {
  added: ({ is }) => sql`${is} and not d.was_listed`,
  removed: ({ was }) => sql`${was} and not d.is_listed`,
  reclassifiedIn: ({ was, is }) => sql`${is} and d.was_listed and not ${was}`,
  reclassifiedOut: ({ was, is }) => sql`${was} and d.is_listed and not ${is}`,
  movedIn: moved,
  movedOut: moved,
}

const LEAVING: ReadonlySet<Bar['term']> = new Set(['removed', 'movedOut', 'reclassifiedOut'])
