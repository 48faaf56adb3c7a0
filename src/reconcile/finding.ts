import type { Location } from '../sources/locations/location.ts'
import type { OcsComputer } from '../sources/ocs/computer.ts'
import type { Assessment } from './assess.ts'
import type { BookedAsset } from './asset-book.ts'
import type { DuplicateGroup } from './duplicates.ts'
import type { OutcomeKind, RowOutcome } from './row-outcome.ts'
import { expectedTag } from './tag.ts'

/** The checks over OCS and the workbooks: each row outcome that is not agreement, and three lists. */
export type CheckCode =
  | Exclude<OutcomeKind, 'unchanged' | 'planned'>
  | 'duplicate-number'
  | 'finance-not-in-ocs'
  | 'asset-location-blank'

/** A disagreement as seen today. `subject` tells what it is about: `ocs:12`, `number:10_240_000001`. */
export interface FindingDraft {
  readonly check: CheckCode
  readonly subject: string
  readonly evidence: Readonly<Record<string, unknown>>
  readonly building: string | null
  readonly municipality: string | null
}

/** Every disagreement of an assessment, each with its evidence and, where it is known, its place. */
export function findingsOf(assessment: Assessment, locations: readonly Location[]): FindingDraft[] {
  const placeOf = placeFinder(locations)
  return [
    ...assessment.outcomes.flatMap((outcome) => rowFinding(outcome, placeOf)),
    ...assessment.duplicates.map((group) => duplicateFinding(group, placeOf)),
    ...assessment.assetsNotInOcs.map((asset) => assetFinding('finance-not-in-ocs', asset, placeOf)),
    ...assessment.assetsWithoutLocation.map((asset) =>
      assetFinding('asset-location-blank', asset, placeOf),
    ),
  ]
}

interface Place {
  readonly building: string | null
  readonly municipality: string | null
}

interface PlaceFinder {
  byId(id: string | null): Place
  /** Through the room whose TAG this is, when exactly such a room is known. */
  byTag(tag: string | null): Place
}

const NOWHERE: Place = { building: null, municipality: null }

function placeFinder(locations: readonly Location[]): PlaceFinder {
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

function rowFinding(outcome: RowOutcome, placeOf: PlaceFinder): FindingDraft[] {
  if (outcome.kind === 'unchanged' || outcome.kind === 'planned') return []
  const { computer, kind, ...rest } = outcome
  const place =
    'location' in outcome
      ? { building: outcome.location.building, municipality: outcome.location.municipality }
      : placeOf.byTag(computer.tag)
  const evidence = { ...machine(computer), ...rest }
  return [{ check: kind, subject: `ocs:${computer.hardwareId}`, evidence, ...place }]
}

function duplicateFinding(group: DuplicateGroup, placeOf: PlaceFinder): FindingDraft {
  return {
    check: 'duplicate-number',
    subject: `number:${group.inventoryNumber}`,
    evidence: {
      inventoryNumber: group.inventoryNumber,
      computers: group.computers.map((computer) => machine(computer)),
    },
    ...placeOf.byTag(group.computers[0]?.tag ?? null),
  }
}

function assetFinding(
  check: 'finance-not-in-ocs' | 'asset-location-blank',
  asset: BookedAsset,
  placeOf: PlaceFinder,
): FindingDraft {
  const evidence = { inventoryNumber: asset.inventoryNumber, rows: asset.rows }
  const subject = `number:${asset.inventoryNumber}`
  return { check, subject, evidence, ...placeOf.byId(asset.locationIds[0] ?? null) }
}

/** What a person needs to find the machine. */
function machine(computer: OcsComputer) {
  const { hardwareId, hostname, serial, lastContact, tag, inventoryNumber } = computer
  return { hardwareId, hostname, serial, lastContact, tag, inventoryNumber }
}
