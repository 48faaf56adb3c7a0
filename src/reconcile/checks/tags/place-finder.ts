import type { Location } from '../../../sources/locations/location.ts'
import { expectedTag } from '../../tag.ts'

/** Where in the organisation something stands, as far as the classifier knows. */
export interface Place {
  readonly building: string | null
  readonly municipality: string | null
}

export interface PlaceFinder {
  byId(id: string | null): Place
  /** Through the room whose TAG this is, when exactly such a room is known. */
  byTag(tag: string | null): Place
}

const NOWHERE: Place = { building: null, municipality: null }

/** Finds places by the id of a room, or by the TAG it gives. */
export function placeFinder(locations: readonly Location[]): PlaceFinder {
  const byId = new Map<string, Place>()
  const byTag = new Map<string, Place>()
  for (const location of locations) {
    const { building, municipality } = location
    byId.set(location.id, { building, municipality })
    const expected = expectedTag(location)
    if (expected.kind === 'tag') byTag.set(expected.tag, { building, municipality })
  }
  return {
    byId: (id) => (id === null ? NOWHERE : (byId.get(id) ?? NOWHERE)),
    byTag: (tag) => (tag === null ? NOWHERE : (byTag.get(tag) ?? NOWHERE)),
  }
}
