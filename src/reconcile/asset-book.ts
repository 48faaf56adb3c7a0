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
  const book = new Map<string, { locationIds: (string | null)[]; rows: Asset[] }>()
  for (const asset of assets) {
    const entry = book.get(asset.inventoryNumber)
    if (!entry) {
      book.set(asset.inventoryNumber, { locationIds: [asset.locationId], rows: [asset] })
    } else {
      entry.rows.push(asset)
      if (!entry.locationIds.includes(asset.locationId)) entry.locationIds.push(asset.locationId)
    }
  }
  const refused = refusedByKey(rejections)
  for (const number of refused.keys()) {
    if (!book.has(number)) book.set(number, { locationIds: [], rows: [] })
  }
  return new Map(
    [...book].map(([inventoryNumber, entry]) => [
      inventoryNumber,
      { inventoryNumber, ...entry, refused: refused.get(inventoryNumber) ?? [] },
    ]),
  )
}
