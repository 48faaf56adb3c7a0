import { trimSpace } from '../lib/text.ts'
import type { Location } from '../sources/locations/location.ts'

/** What HR's classifier says of one location id, over all its rows. */
export interface ClassifiedLocation {
  readonly id: string
  /** The different answers its rows give, in file order; more than one is an ambiguity. */
  readonly answers: readonly Location[]
}

/** HR's classifier by location id; identical repeats count as one answer. */
export function classifier(locations: Iterable<Location>): Map<string, ClassifiedLocation> {
  const answersById = new Map<string, Location[]>()
  for (const location of locations) {
    const answers = answersById.get(location.id)
    if (!answers) answersById.set(location.id, [location])
    else if (!answers.some((answer) => answersAlike(answer, location))) answers.push(location)
  }
  return new Map([...answersById].map(([id, answers]) => [id, { id, answers }]))
}

function answersAlike(one: Location, other: Location): boolean {
  return (
    trimSpace(one.building ?? '') === trimSpace(other.building ?? '') &&
    trimSpace(one.description ?? '') === trimSpace(other.description ?? '')
  )
}
