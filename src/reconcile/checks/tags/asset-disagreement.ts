import type { BookedAsset } from '../../asset-book.ts'
import type { Disagreement } from '../finding-draft.ts'
import type { PlaceFinder } from './place-finder.ts'

/** What is wrong with an asset of finance's, with the rows that list it. */
export function assetDisagreement(asset: BookedAsset, placeOf: PlaceFinder): Disagreement {
  const { inventoryNumber, rows } = asset
  return {
    subject: `number:${inventoryNumber}`,
    name: inventoryNumber,
    evidence: { inventoryNumber, rows },
    siteId: null,
    ...placeOf.byId(asset.locationIds[0] ?? null),
  }
}
