import type { Connection } from '../source.ts'
import { connectTable } from '../workbook.ts'
import { LOCATION_COLUMNS, type LocationsSettings } from './schema.ts'

/** Opens HR's workbook. */
export function connectLocations(settings: LocationsSettings): Promise<Connection> {
  return connectTable({ settings, columns: LOCATION_COLUMNS })
}
