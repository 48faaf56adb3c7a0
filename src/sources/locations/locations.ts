import { defineSource } from '../source.ts'
import { connectLocations } from './client.ts'
import { LocationRow, LocationsSettings, locationIdOf } from './schema.ts'

/** HR's classifier of locations: what each location id is called and in which building it lies. */
export const locations = defineSource({
  id: 'locations',
  title: 'Locations classifier',
  settings: LocationsSettings,
  record: LocationRow,
  keyOf: locationIdOf,
  connect: connectLocations,
})
