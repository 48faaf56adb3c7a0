import type { DayFeed } from '../../collect/collect-day.task.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import { deviceFile } from '../../sources/device-file/device-file.ts'
import { assetRecords } from '../../sources/finance-register/asset-record.ts'
import { financeRegister } from '../../sources/finance-register/finance-register.ts'
import { locationRecords } from '../../sources/locations/location-record.ts'
import { locations } from '../../sources/locations/locations.ts'
import { ninjaone } from '../../sources/ninjaone/ninjaone.ts'
import { ocsDeviceRow } from '../../sources/ocs/device-row.ts'
import { ocs } from '../../sources/ocs/ocs.ts'
import type { Outside } from '../../sources/outside.ts'
import { threatlocker } from '../../sources/threatlocker/threatlocker.ts'
import type { JobContext } from '../context.ts'
import { outsideFor } from './outside.ts'

/** Every configured feed whose history is kept, in the order in which they are told of. */
export function fleetFeeds(context: JobContext, ring: KeyRing): DayFeed[] {
  const { settings } = context
  const { fleet } = settings
  const { database, now } = context
  const outsideOf = (source: string) => outsideFor({ database, now, ring }, source)
  const machines = { isMachine: true }
  const feeds: DayFeed[] = []
  if (fleet.ninjaone) {
    const { record } = ninjaone
    const connect = connectLater(ninjaone, fleet.ninjaone, outsideOf)
    feeds.push({ ...machines, key: ninjaone.id, record, connect })
  }
  if (fleet.threatlocker) {
    const { record } = threatlocker
    const connect = connectLater(threatlocker, fleet.threatlocker, outsideOf)
    feeds.push({ ...machines, key: threatlocker.id, record, connect })
  }
  for (const [key, file] of Object.entries(fleet.deviceFiles)) {
    const connect = connectLater(deviceFile, file, outsideOf)
    feeds.push({ ...machines, key, record: deviceFile.record, connect })
  }
  return settings.ocs ? [...feeds, ...officeFeeds(context, outsideOf)] : feeds
}

/** OCS and the two workbooks beside it. */
function officeFeeds({ settings }: JobContext, outsideOf: (source: string) => Outside): DayFeed[] {
  const { ocs: ocsSettings, finance, locations: rooms, timeZone } = settings
  if (ocsSettings === null) return []
  return [
    {
      key: ocs.id,
      isMachine: true,
      record: ocsDeviceRow(timeZone),
      connect: connectLater(ocs, ocsSettings, outsideOf),
    },
    {
      key: financeRegister.id,
      isMachine: false,
      record: assetRecords(),
      connect: connectLater(financeRegister, finance, outsideOf),
    },
    {
      key: locations.id,
      isMachine: false,
      record: locationRecords(),
      connect: connectLater(locations, rooms, outsideOf),
    },
  ]
}

function connectLater<Settings>(
  source: {
    readonly id: string
    connect(settings: Settings, outside: Outside): ReturnType<DayFeed['connect']>
  },
  settings: Settings,
  outsideOf: (source: string) => Outside,
): DayFeed['connect'] {
  return () => source.connect(settings, outsideOf(source.id))
}
