import type { InventoryRow } from '../quality/inventory-row.ts'
import type { JudgedRow, Shortcoming } from '../quality/judge-rows.ts'
import { MEASURES } from '../quality/measures.ts'

/** A row that fails a measure, with why and with what helps to find the device; texts as stored. */
export interface FailingRow
  extends Shortcoming,
    Pick<
      InventoryRow,
      | 'key'
      | 'hostname'
      | 'inventoryNumber'
      | 'tag'
      | 'serial'
      | 'user'
      | 'building'
      | 'municipality'
    > {}

/** What every share opens into: one for each that was asked and does not pass, measure by measure. */
export function failingRows(rows: readonly JudgedRow[]): FailingRow[] {
  return MEASURES.flatMap((measure) =>
    rows.flatMap(({ row, shortcomings }) =>
      shortcomings
        .filter((each) => each.measure === measure)
        .map((shortcoming) => ({ ...shortcoming, ...found(row) })),
    ),
  )
}

function found(row: InventoryRow) {
  const { key, hostname, inventoryNumber, tag, serial, user, building, municipality } = row
  return { key, hostname, inventoryNumber, tag, serial, user, building, municipality }
}
