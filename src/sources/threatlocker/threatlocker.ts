import { defineSource } from '../source.ts'
import { connectThreatlocker } from './client.ts'
import { computerKeyOf, ThreatlockerRow } from './computer-row.ts'
import { ThreatlockerSettings } from './schema.ts'

/** The computers of a ThreatLocker account and of the organisations below it, by the portal's API. */
export const threatlocker = defineSource({
  id: 'threatlocker',
  title: 'ThreatLocker',
  settings: ThreatlockerSettings,
  record: ThreatlockerRow,
  keyOf: computerKeyOf,
  connect: connectThreatlocker,
})
