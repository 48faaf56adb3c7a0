import { defineSource } from '../source.ts'
import { connectDeviceFile } from './client.ts'
import { DeviceFileRow, deviceKeyOf } from './device-row.ts'
import { DeviceFileSettings } from './schema.ts'

/** The export of any other tool: devices in a table or in JSON, by a mapping of its columns. */
export const deviceFile = defineSource({
  id: 'device-file',
  title: 'Device file',
  settings: DeviceFileSettings,
  record: DeviceFileRow,
  keyOf: deviceKeyOf,
  connect: connectDeviceFile,
})
