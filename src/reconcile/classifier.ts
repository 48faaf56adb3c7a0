import { trimSpace } from '../lib/text.ts'
import type { Location } from '../sources/locations/location.ts'
import type { Rejection } from '../sources/source.ts'
import { type RefusedRow, refusedByKey } from './refused-row.ts'

/** What HR's classifier says of one location id, over all its rows. */
export interface ClassifiedLocation {
  readonly id: string
  /** The different answers its rows give, in file order; more than one is an ambiguity. */
  readonly answers: readonly Location[]
  /** Its rows that were refused, each of which may give yet another answer. */
  readonly refused: readonly RefusedRow[]
}

/** HR's classifier by location id; identical repeats count as one answer. */
export function classifier(
  locations: Iterable<Location>,
  rejections: readonly Rejection[],
): Map<string, ClassifiedLocation> {
  const answersById = new Map<string, Location[]>()
  for (const location of locations) {
    const answers = answersById.get(location.id)
    if (!answers) answersById.set(location.id, [location])
    else if (!answers.some((answer) => answersAlike(answer, location))) answers.push(location)
  }
  const refused = refusedByKey(rejections)
  const ids = new Set([...answersById.keys(), ...refused.keys()])
  return new Map(
    [...ids].map((id) => [
      id,
      { id, answers: answersById.get(id) ?? [], refused: refused.get(id) ?? [] },
    ]),
  )
}

function answersAlike(one: Location, other: Location): boolean {
  return (
    trimSpace(one.building ?? '') === trimSpace(other.building ?? '') &&
    trimSpace(one.description ?? '') === trimSpace(other.description ?? '')
  )
}
