import { defineSource } from '../source.ts'
import { connectNinjaone } from './client.ts'
import { deviceKeyOf, NinjaoneRow } from './device-row.ts'
import { NinjaoneSettings } from './schema.ts'

/** The devices of a NinjaOne account, by its public API v2. */
export const ninjaone = defineSource({
  id: 'ninjaone',
  title: 'NinjaOne RMM',
  settings: NinjaoneSettings,
  record: NinjaoneRow,
  keyOf: deviceKeyOf,
  connect: connectNinjaone,
})
