import { z } from 'zod'
import type { DeviceRecord } from '../../lib/device-record.ts'
import { cellFault, isPlacedCell, plainText, refuse } from '../table-cell.ts'
import { KEY_FIELD } from './fields.ts'
import { type DeviceRow, readDevice } from './read/read-device.ts'

/** A row of another tool's export to a record; only the key can cost a row. */
export const DeviceFileRow = z
  .custom<DeviceRow>(isDeviceRow)
  .transform((row, context): DeviceRecord => {
    const key = row[KEY_FIELD]
    if (key !== undefined && !isPlacedCell(key)) return refuse(context, KEY_FIELD, 'row-unreadable')
    const fault = key ? cellFault(key.cell, row.emptyWords) : null
    if (fault !== null) return refuse(context, KEY_FIELD, fault)
    const nativeKey = key ? plainText(key.cell, row.emptyWords) : null
    if (nativeKey === null) return refuse(context, KEY_FIELD, 'id-missing')
    if (row.isRepeated === true) return refuse(context, KEY_FIELD, 'id-repeated')
    return { nativeKey, ...readDevice(row).device }
  })

/** The key of a row, whatever its other fields say; null when the key is at fault. */
export function deviceKeyOf(row: unknown): string | null {
  const key = isDeviceRow(row) ? row[KEY_FIELD] : null
  if (!isDeviceRow(row) || !isPlacedCell(key)) return null
  return cellFault(key.cell, row.emptyWords) === null ? plainText(key.cell, row.emptyWords) : null
}

/** True for a row that one of our readers made of a table's row or of a JSON object. */
export function isDeviceRow(row: unknown): row is DeviceRow {
  return typeof row === 'object' && row !== null && 'reading' in row && 'emptyWords' in row
}
