import type { InventoryRow } from './inventory-row.ts'
import type { JudgedRow } from './judge-rows.ts'
import type { Weights } from './measures.ts'
import { type Quality, qualityOf } from './quality.ts'

/** Of what quality is told: of everything, of a site or of a building. */
export type Scope = 'all' | 'site' | 'building'

/** The quality of the devices at one place. */
export interface PlaceQuality extends Quality {
  readonly scope: Scope
  /** Null for everything, and for the devices nobody knows the place of. */
  readonly place: string | null
}

/** The quality overall, then of every site, then of every building; places by name, the unknown one last. */
export function qualityByPlace(rows: readonly JudgedRow[], weights: Weights): PlaceQuality[] {
  const of = (scope: Scope, placeOf: (row: InventoryRow) => string | null) =>
    [...Map.groupBy(rows, ({ row }) => placeOf(row))]
      .toSorted(([one], [other]) => compareNames(one, other))
      .map(([place, there]) => ({ scope, place, ...qualityOf(there, weights) }))
  return [
    { scope: 'all', place: null, ...qualityOf(rows, weights) },
    ...of('site', siteOf),
    ...of('building', ({ building }) => building),
  ]
}

/** The municipality a device is in; its building where the classifier names none. */
function siteOf({ municipality, building }: InventoryRow): string | null {
  return municipality ?? building
}

function compareNames(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
