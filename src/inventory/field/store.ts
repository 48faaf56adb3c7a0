import type { Database } from '../../db/database.ts'
import type { Day } from '../../lib/day.ts'
import * as q from './queries.ts'

/** What records say of machines, and which machine a person means. */
export function fieldStore({ db }: Pick<Database, 'db'>) {
  return {
    /** All that is kept of what records said up to a day, by record, the newest first. */
    async versions(
      recordIds: readonly number[],
      day: Day,
    ): Promise<ReadonlyMap<number, readonly q.KeptVersion[]>> {
      const { rows } = await q.versionsUpTo(recordIds, day).execute(db)
      return Map.groupBy(rows.map(keptVersion), ({ recordId }) => recordId)
    },

    /** What changes daily of each, as the newest day had it. */
    async pulses(recordIds: readonly number[]): Promise<ReadonlyMap<number, q.KeptPulse>> {
      const { rows } = await q.pulsesOf(recordIds).execute(db)
      return new Map(rows.map((pulse) => [pulse.recordId, pulse]))
    },

    /** The records that speak of a machine on a day; none when it is not there. */
    async recordsOf(device: number, day: Day): Promise<q.MachineRef[]> {
      return (await q.recordsOfDevice(device, day).execute(db)).rows
    },

    /** The records of a day that go by a host name or display name, with their machines. */
    async named(name: string, day: Day): Promise<q.NamedRecord[]> {
      return (await q.recordsNamed(name, day).execute(db)).rows
    },

    /** A machine by its number, or null when there was never one of it. */
    async findDevice(id: number): Promise<q.NumberedDevice | null> {
      return (await q.deviceByNumber(id).execute(db)).rows[0] ?? null
    },

    /** The machines that turned out to be this one. */
    async mergedInto(id: number): Promise<number[]> {
      return (await q.devicesMergedInto(id).execute(db)).rows.map((device) => device.id)
    },

    /** The machine a record speaks of on a day or else at the time nearest to it; null for no record. */
    async findDeviceOf(source: string, nativeKey: string, day: Day): Promise<number | null> {
      const { rows } = await q.deviceOfRecord(source, nativeKey, day).execute(db)
      return rows[0]?.device ?? null
    },

    /** The days kept nearest to one on which a machine was listed. */
    async daysBeside(device: number, day: Day): Promise<q.DaysBeside> {
      return (
        (await q.daysOfDevice(device, day).execute(db)).rows[0] ?? { before: null, after: null }
      )
    },
  }
}

function keptVersion({ recordId, from, wasAway, ...said }: q.VersionRow): q.KeptVersion {
  return { recordId, from, wasAway, said }
}

export type FieldStore = ReturnType<typeof fieldStore>
