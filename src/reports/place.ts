/** Where a thing stands, as far as it is known. */
export interface Placed {
  readonly municipality: string | null
  readonly building: string | null
}

const ALPHABET = new Intl.Collator('es', { numeric: true })

/** Order by municipality and building, unknown places last. */
export function byPlace(one: Placed, other: Placed): number {
  return (
    compareNames(one.municipality, other.municipality) || compareNames(one.building, other.building)
  )
}

/** Alphabetical order in which numbers inside a text count as numbers; null comes last. */
export function compareNames(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return ALPHABET.compare(one, other)
}
