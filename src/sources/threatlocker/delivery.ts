import type { DeliveredRow, Missing, NoteCode, SourceNote } from '../source.ts'
import type { ListItem, WalkedPage, WalkSum } from './page-walk.ts'

/** What the list of children says of an organisation; texts empty where it says nothing. */
export interface ListedOrganisation {
  readonly organizationId: string
  readonly name: string
  readonly displayName: string
}

/** How often something was seen, and where first. */
interface Tally {
  readonly place: string
  count: number
}

/** A delivery of the computers: takes pages to delivered rows and keeps count of what was odd. */
export interface Delivery {
  /** `where` is what a person calls the page: `computers page 3`. */
  take(where: string, page: WalkedPage): readonly DeliveredRow[]
  notes(): readonly SourceNote[]
}

/** A delivery of computers of these organisations, by id. */
export function computerDelivery(organisations: ReadonlyMap<string, ListedOrganisation>): Delivery {
  const tallies = new Map<string, Tally & { readonly code: NoteCode }>()

  function tally(code: NoteCode, place: string, name: string = code): void {
    const known = tallies.get(name)
    if (known) known.count += 1
    else tallies.set(name, { code, place, count: 1 })
  }

  function deliver({ row }: ListItem, place: string): DeliveredRow[] {
    if (textOf(row, 'isDeleted') === 'true') {
      tally('deleted-excluded', place)
      return []
    }
    const id = textOf(row, 'organizationId').toLowerCase()
    const organisation = organisations.get(id) ?? null
    if (organisation === null) {
      const where = `organisation ${id || 'without id'}`
      tally('organisation-unknown', where, where)
    }
    return [{ place, row: { computer: row, organisation } }]
  }

  return {
    take: (where, { fresh, repeated }) => {
      const placeOf = ({ item }: ListItem) => `${where} item ${item}`
      for (const item of repeated) tally('repeated-between-pages', placeOf(item))
      return fresh.flatMap((item) => deliver(item, placeOf(item)))
    },
    notes: () =>
      [...tallies.values()].map(({ code, place, count }) => ({
        code,
        place,
        detail: String(count),
      })),
  }
}

/** What the list said it has and did not deliver. */
export function missingOf({ received, said, mostSaid, hasChanged }: WalkSum): readonly Missing[] {
  const place = 'computers'
  const missing: Missing[] = []
  if (said !== null && received < said) {
    missing.push({ code: 'fewer-than-said', place, expected: said, received })
  }
  if (hasChanged && mostSaid !== null) {
    missing.push({ code: 'changed-between-pages', place, expected: mostSaid, received })
  }
  return missing
}

/** A member of a row as text; empty where there is none. */
export function textOf(row: unknown, name: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null
  return value === null || value === undefined ? '' : String(value).trim()
}
