import type { z } from 'zod'
import type { DeviceRecord } from '../../lib/device-record.ts'
import { keyedByOccurrence, referenceRecord } from '../reference-record.ts'
import { FinanceRow } from './schema.ts'

/** Assets of one delivery as records for the history, by their number. */
export function assetRecords(): z.ZodType<DeviceRecord> {
  const keyOf = keyedByOccurrence()
  return FinanceRow.transform(({ inventoryNumber, locationId }) =>
    referenceRecord({
      nativeKey: keyOf(inventoryNumber),
      inventoryNumber,
      location: locationId === null ? null : { key: locationId, name: null },
    }),
  )
}
