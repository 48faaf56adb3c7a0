import type { z } from 'zod'
import type { DeviceRecord } from '../../lib/device-record.ts'
import { keyedByOccurrence, referenceRecord } from '../reference-record.ts'
import { LocationRow } from './schema.ts'

/** Rooms of one delivery as records for the history, by their id. */
export function locationRecords(): z.ZodType<DeviceRecord> {
  const keyOf = keyedByOccurrence()
  return LocationRow.transform(({ id, description, building, municipality }) =>
    referenceRecord({
      nativeKey: keyOf(id),
      location: { key: id, name: description },
      extra: {
        ...(building === null ? {} : { building }),
        ...(municipality === null ? {} : { municipality }),
      },
    }),
  )
}
