import type { Asset } from '../sources/finance-register/asset.ts'
import type { Rejection } from '../sources/source.ts'
import { type RefusedRow, refusedByKey } from './refused-row.ts'

/** What finance says of one inventory number, over all its rows. */
export interface BookedAsset {
  readonly inventoryNumber: string
  /** The different locations its rows name, in file order; null for a blank one. */
  readonly locationIds: readonly (string | null)[]
  /** Its rows as far as they could be read, in file order; none when all were refused. */
  readonly rows: readonly Asset[]
  /** Its rows that were refused, each of which may name yet another location. */
  readonly refused: readonly RefusedRow[]
}

/** Finance's register by inventory number, numbers known only from refused rows last. */
export function assetBook(
  assets: Iterable<Asset>,
  rejections: readonly Rejection[],
): Map<string, BookedAsset> {
  const refused = refusedByKey(rejections)
  const entryOf = (inventoryNumber: string): Entry => ({
    ...{ inventoryNumber, locationIds: [], rows: [] },
    refused: refused.get(inventoryNumber) ?? [],
  })
  const book = new Map<string, Entry>()
  for (const asset of assets) {
    const { inventoryNumber, locationId } = asset
    const entry = book.get(inventoryNumber) ?? entryOf(inventoryNumber)
    entry.rows.push(asset)
    if (!entry.locationIds.includes(locationId)) entry.locationIds.push(locationId)
    if (entry.rows.length === 1) book.set(inventoryNumber, entry)
  }
  for (const number of refused.keys()) {
    if (!book.has(number)) book.set(number, entryOf(number))
  }
  return book
}

/** A number whose rows are still being gathered. */
interface Entry extends BookedAsset {
  readonly locationIds: (string | null)[]
  readonly rows: Asset[]
}
