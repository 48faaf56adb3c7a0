import type { DayFeed } from '../../collect/collect-day.task.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import type { DeviceRecord } from '../../lib/device-record.ts'
import { deviceFile } from '../../sources/device-file/device-file.ts'
import { assetRecords } from '../../sources/finance-register/asset-record.ts'
import { financeRegister } from '../../sources/finance-register/finance-register.ts'
import { locationRecords } from '../../sources/locations/location-record.ts'
import { locations } from '../../sources/locations/locations.ts'
import { ninjaone } from '../../sources/ninjaone/ninjaone.ts'
import { ocsDeviceRow, ocsKeyOf } from '../../sources/ocs/device-row.ts'
import { ocs } from '../../sources/ocs/ocs.ts'
import type { Outside } from '../../sources/outside.ts'
import type { Source } from '../../sources/source.ts'
import { threatlocker } from '../../sources/threatlocker/threatlocker.ts'
import type { JobContext } from '../context.ts'
import { outsideFor } from './outside.ts'

type OutsideOf = (source: string) => Outside

/** Every configured feed whose history is kept, in the order in which they are told of. */
export function fleetFeeds(context: JobContext, ring: KeyRing): DayFeed[] {
  const { settings, database, now } = context
  const outsideOf = (source: string) => outsideFor({ database, now, ring }, source)
  const { fleet, ocs: office } = settings
  const files = Object.entries(fleet.deviceFiles)
  return [
    ...(fleet.ninjaone ? [machineFeed(ninjaone, fleet.ninjaone, outsideOf)] : []),
    ...(fleet.threatlocker ? [machineFeed(threatlocker, fleet.threatlocker, outsideOf)] : []),
    ...files.map(([key, file]) => ({ ...machineFeed(deviceFile, file, outsideOf), key })),
    ...(office ? officeFeeds(context, outsideOf) : []),
  ]
}

/** A source whose rows are machines in Muster's words. */
export function machineFeed<Settings>(
  source: Source<Settings, DeviceRecord>,
  settings: Settings,
  outsideOf: OutsideOf,
): DayFeed {
  const { id, record, keyOf } = source
  const connect = () => source.connect(settings, outsideOf(id))
  return { key: id, isMachine: true, record, ...(keyOf ? { keyOf } : {}), connect }
}

/** OCS and the two workbooks beside it. */
function officeFeeds({ settings }: JobContext, outsideOf: OutsideOf): DayFeed[] {
  const { ocs: office, finance, locations: rooms, timeZone } = settings
  if (office === null) return []
  return [
    {
      key: ocs.id,
      isMachine: true,
      record: ocsDeviceRow(timeZone),
      keyOf: ocsKeyOf,
      connect: () => ocs.connect(office, outsideOf(ocs.id)),
    },
    {
      key: financeRegister.id,
      isMachine: false,
      record: assetRecords(),
      keyOf: (row) => financeRegister.keyOf?.(row) ?? null,
      connect: () => financeRegister.connect(finance, outsideOf(financeRegister.id)),
    },
    {
      key: locations.id,
      isMachine: false,
      record: locationRecords(),
      keyOf: (row) => locations.keyOf?.(row) ?? null,
      connect: () => locations.connect(rooms, outsideOf(locations.id)),
    },
  ]
}
