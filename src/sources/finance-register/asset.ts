/** One row of finance's register of tangible fixed assets (AR01-1). */
export interface Asset {
  /** As text, trimmed; compared exactly. */
  readonly inventoryNumber: string
  /** Trimmed; null when the cell is blank. */
  readonly locationId: string | null
  /** Where the number stands: `Hoja1!F17`. */
  readonly place: string
  readonly locationPlace: string
}
