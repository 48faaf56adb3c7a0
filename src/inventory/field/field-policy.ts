import { FIELD_NAMES, type FieldName } from './fields.ts'

/** Which source is believed where several know a machine, and when one yields to the next. */
export interface FieldPolicy {
  /** A source that has not heard of its machine for more days than these yields to the next. */
  readonly yieldsAfter: number
  /** Sources, the first believed first, by field; `*` for the fields that have no order of their own. */
  readonly order: Readonly<Partial<Record<FieldName | '*', readonly string[] | undefined>>>
}

export const DEFAULT_FIELD_POLICY: FieldPolicy = { yieldsAfter: 14, order: {} }

/** The order of sources where nothing is said: the RMM, the EDR, OCS, then files as they are configured. */
export function usualOrder(deviceFiles: readonly string[]): string[] {
  return ['ninjaone', 'threatlocker', 'ocs', ...deviceFiles]
}

/** What decides which source comes first: what was configured, and how sources usually stand. */
export interface FieldOrder {
  readonly policy: FieldPolicy
  readonly usual: readonly string[]
}

/**
 * The order of a field: its own, else that of `*`; sources that it does not name follow as they
 * usually stand, so that leaving one out never loses what it says.
 */
export function orderOf(field: FieldName | '*', { policy, usual }: FieldOrder): string[] {
  const named = policy.order[field] ?? policy.order['*'] ?? []
  return [...new Set([...named, ...usual])]
}

/** The sources of a machine in the order in which they are believed. */
export interface SourceOrder {
  /** `*`: every field without an order of its own. */
  readonly field: FieldName | '*'
  readonly sources: readonly string[]
}

/** In which order the sources of a machine are believed: on the whole, and for fields with an order of their own. */
export function ordersFor(sources: readonly string[], order: FieldOrder): SourceOrder[] {
  const own = FIELD_NAMES.filter((field) => order.policy.order[field] !== undefined)
  return (['*', ...own] as const).map((field) => ({
    field,
    sources: orderOf(field, order).filter((source) => sources.includes(source)),
  }))
}
