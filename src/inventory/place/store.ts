import type { Database } from '../../db/database.ts'
import type { KnownPlaces } from './known-places.ts'
import * as q from './queries.ts'

/** Places as kept records name them. */
export function placeStore({ db }: Database) {
  return {
    async known(): Promise<KnownPlaces> {
      const { rows } = await q.placeNames().execute(db)
      const namesOf = (kind: keyof KnownPlaces) =>
        rows.filter((row) => row.kind === kind).map(({ name }) => name)
      return {
        sites: namesOf('sites'),
        organisations: namesOf('organisations'),
        keys: namesOf('keys'),
        locations: namesOf('locations'),
      }
    },
  }
}
