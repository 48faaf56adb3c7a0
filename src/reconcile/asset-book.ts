import type { Asset } from '../sources/finance-register/asset.ts'

/** What finance says of one inventory number, over all its rows. */
export interface BookedAsset {
  readonly inventoryNumber: string
  /** The different locations its rows name, in file order; null for a blank one. */
  readonly locationIds: readonly (string | null)[]
  /** Its rows, in file order. */
  readonly rows: readonly Asset[]
}

/** Finance's register by inventory number. */
export function assetBook(assets: Iterable<Asset>): Map<string, BookedAsset> {
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
  return new Map(
    [...book].map(([inventoryNumber, entry]) => [inventoryNumber, { inventoryNumber, ...entry }]),
  )
}
