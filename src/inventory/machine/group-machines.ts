import type { Machine, MachineRecord } from './machine.ts'
import type { MachineRow } from './queries.ts'

/** Puts rows that come by device together, batch by batch; the last device is told at the end. */
export function groupMachines() {
  let deviceId: number | null = null
  let records: MachineRecord[] = []
  function* close(): Generator<Machine> {
    if (deviceId !== null) yield { deviceId, records }
    records = []
  }
  return {
    /** The machines that are whole once these rows are in. */
    *add(rows: readonly MachineRow[]): Generator<Machine> {
      for (const row of rows) {
        if (row.deviceId !== deviceId) yield* close()
        deviceId = row.deviceId
        records.push(recordOf(row))
      }
    },

    *end(): Generator<Machine> {
      yield* close()
      deviceId = null
    },
  }
}

function recordOf(row: MachineRow): MachineRecord {
  const { deviceId: _of, siteId, siteName, organisationKey, organisationName, heard, ...said } = row
  return {
    ...said,
    site: siteId === null || siteName === null ? null : { id: siteId, name: siteName },
    organisation:
      organisationKey === null ? null : { key: organisationKey, name: organisationName },
    lastContact: heard === null ? null : new Date(heard),
  }
}
