import type { ErrorDetails } from '../../lib/errors.ts'
import { foldHeading } from '../profile/heading.ts'
import {
  type ColumnRole,
  EVENT_ROLES,
  type EventRole,
  type MappingProfile,
} from '../profile/mapping-profile.ts'
import { isKeepable, shownText } from './cell.ts'
import { isReasonHeading, isReturned, unguardedText } from './returned-cell.ts'

/** Places in a row: one in a table. Objects of a file may call one thing by several names. */
export type Places = readonly number[]

/** Where a row has what. */
export interface ColumnPlan {
  /** No places for what no column has. */
  readonly roles: Readonly<Record<EventRole, Places>>
  /** By the characters of their names, which are folded headings. */
  readonly dimensions: readonly { readonly name: string; readonly places: Places }[]
  /** Columns without a heading, in which nothing may stand. */
  readonly unnamed: Places
  /** True for rows that were refused and come back corrected. */
  readonly isReturned: boolean
}

/** Why the columns of a table cannot be told apart. */
export type UnclearColumns = Omit<ErrorDetails['columns.unclear'], 'sheet'>

/** Headings that tell what their column is, if no profile says otherwise. */
const ALIASES: Readonly<Record<EventRole, readonly string[]>> = {
  time: ['timestamp', 'time', 'date', 'datetime', 'ts'],
  value: ['value', 'amount', 'count', 'qty', 'quantity'],
  metric: ['metric', 'name', 'metric_name'],
  source: ['source'],
  id: ['id'],
  subject: ['subject'],
}
const NEEDED: readonly EventRole[] = ['time', 'value']
const MOST_SHOWN = 50

/** Says what each column is: as the profile has it, else by its usual heading, else a dimension. */
export function readColumns(columns: readonly string[], profile: MappingProfile): ColumnPlan {
  const isBack = isReturned(columns)
  const names = (isBack ? columns.map(unguardedText) : columns).map(foldHeading)
  const kinds = columnKinds(names, profile)
  const placesOf = (kind: ColumnKind) => [...names.keys()].filter((at) => kinds[at] === kind)
  const dimensions = Map.groupBy(placesOf('dimension'), (at) => names[at] ?? '')
  return {
    roles: {
      ...{ time: placesOf('time'), value: placesOf('value'), metric: placesOf('metric') },
      ...{ source: placesOf('source'), id: placesOf('id'), subject: placesOf('subject') },
    },
    dimensions: [...dimensions.keys()]
      .sort()
      .map((name) => ({ name, places: dimensions.get(name) ?? [] })),
    unnamed: placesOf('unnamed'),
    isReturned: isBack,
  }
}

/** What keeps the columns of a table from being told apart, or null. */
export function unclearColumns(
  columns: readonly string[],
  { roles, dimensions }: ColumnPlan,
): UnclearColumns | null {
  const shown = (places: Places) => shownHeadings(places.map((at) => columns[at] ?? ''))
  const role = EVENT_ROLES.find((each) => roles[each].length > 1)
  if (role !== undefined) return { problem: 'role-twice', about: role, columns: shown(roles[role]) }

  const bad = dimensions.find(({ name }) => !isKeepable(name))
  if (bad !== undefined) {
    const about = shownText(bad.name)
    return { problem: 'heading-unreadable', about, columns: shownHeadings(columns) }
  }
  const twin = dimensions.find(({ places }) => places.length > 1)
  if (twin === undefined) return null
  const about = shownText(twin.name)
  return { problem: 'heading-twice', about, columns: shown(twin.places) }
}

/** What an event cannot do without, and what the profile says there is, where no column has it. */
export function missingColumns({ roles }: ColumnPlan, { columns }: MappingProfile): string[] {
  const named = new Map(Object.entries(columns).map(([heading, role]) => [role, heading]))
  return EVENT_ROLES.filter((role) => roles[role].length === 0).flatMap((role) => {
    const heading = named.get(role)
    if (heading !== undefined) return [heading]
    return NEEDED.includes(role) ? [`${role} (${ALIASES[role].join(', ')})`] : []
  })
}

/** Headings as a person is told of them; of very many the first. */
export function shownHeadings(columns: readonly string[]): string[] {
  const first = columns.slice(0, MOST_SHOWN).map(shownText)
  return columns.length > MOST_SHOWN ? [...first, '…'] : first
}

type ColumnKind = ColumnRole | 'unnamed' | 'reason'

function columnKinds(names: readonly string[], { columns }: MappingProfile): ColumnKind[] {
  const given = new Map<string, ColumnRole>()
  for (const [heading, role] of Object.entries(columns)) given.set(foldHeading(heading), role)
  const taken = new Set(given.values())
  return names.map((name) => {
    if (name === '') return 'unnamed'
    if (isReasonHeading(name)) return 'reason'
    const usual = EVENT_ROLES.find((role) => ALIASES[role].includes(name) && !taken.has(role))
    return given.get(name) ?? usual ?? 'dimension'
  })
}
